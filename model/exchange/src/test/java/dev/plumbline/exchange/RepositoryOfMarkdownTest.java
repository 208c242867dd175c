package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.IxitEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that keeps one file a table with one heading a row, and its ICS as tables. */
class RepositoryOfMarkdownTest {
  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));

  @BeforeEach
  void blank() {
    dossier = ExampleDossier.blank(directory.resolve("dossier"), EditionId.named("3.1.3"));
  }

  private List<String> takes(String name, String text) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("repository"));
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return dossier.takes(folder).stream().map(RepositoryOfMarkdownTest::told).toList();
  }

  private static String told(Problem p) {
    return p.id() + " " + p.place();
  }

  @Test
  void headingsNameEntriesAndColumns() throws IOException {
    List<String> told =
        takes(
            "ixit_15-PhyIntf.md",
            """
            # IXIT 15-PhyIntf: Physical Interfaces

            All that can be touched.

            ---

            ## Table C.15: IXIT 15-PhyIntf (Physical Interfaces)

            ### **ID**: PhyIntf-USB

            #### Description

            Plug for `power`, with a **bridge**
            to the log.

            * first
            * second

            #### Type

            Physical port

            #### Debug Interface

            Yes (logging only).

            #### Colour

            white

            ---

            ### **ID**: PhyIntf-LAN

            #### Debug Interface

            No

            ## Summary

            | Interface | Type |
            |:----------|:----:|
            | **USB**   | port |
            """);
    IxitEntry usb = dossier.open().ixit().entry("15-PhyIntf/PhyIntf-USB").orElseThrow();
    assertThat(usb.text("description"))
        .isEqualTo("Plug for power, with a bridge to the log.\n\n* first\n* second");
    assertThat(usb.texts("type")).containsExactly("physical port");
    assertThat(usb.flag("debugInterface")).contains(true);
    assertThat(dossier.open().ixit().entry("15-PhyIntf/PhyIntf-LAN").orElseThrow().cells())
        .containsOnlyKeys("id", "debugInterface");
    assertThat(told)
        .containsExactlyInAnyOrder(
            "PLB-9537 ixit_15-PhyIntf.md:3:1",
            "PLB-9534 ixit_15-PhyIntf.md:25:1",
            "PLB-9520 ixit_15-PhyIntf.md:39:4",
            "PLB-9520 ixit_15-PhyIntf.md:27:6",
            "PLB-9537 ixit_15-PhyIntf.md:29:1",
            "PLB-9537 ixit_15-PhyIntf.md:41:3",
            "PLB-9537 ixit_15-PhyIntf.md:43:3");
  }

  @Test
  void rowsKeepTheirOwnIds() throws IOException {
    List<String> told =
        takes(
            "ixit_1_authmech.md",
            """
            # IXIT 1-AuthMech: Authentication Mechanisms

            ## IXIT-1-1: Web login

            ### Description
            Login page.

            ### Brute Force Prevention Mechanism
            N/A.
            """);
    IxitEntry entry = dossier.open().ixit().entry("1-AuthMech/IXIT-1-1").orElseThrow();
    assertThat(entry.text("description")).isEqualTo("Web login\nLogin page.");
    assertThat(entry.text("bruteForcePrevention")).isEqualTo("N/A.");
    assertThat(told).isEmpty();
  }

  @Test
  void aSingleRecordIsReadFromItsHeadings() throws IOException {
    List<String> told =
        takes(
            "ixit_4-Conf.md",
            """
            # IXIT 4-Conf: Confirmations

            ### **Confirmation of Vulnerability Actions**: Yes

            The staff is briefed.

            ### **Confirmation of Secure Management**: nein
            """);
    IxitEntry record = dossier.open().ixit().record("4-Conf").orElseThrow();
    assertThat(record.flag("confirmationOfVulnerabilityActions")).contains(true);
    assertThat(record.flag("confirmationOfSecureManagement")).contains(false);
    assertThat(record.remark("confirmationOfVulnerabilityActions"))
        .isEqualTo("Yes\n\nThe staff is briefed.");
    assertThat(told).containsExactly("PLB-9534 ixit_4-Conf.md:3:5");
  }

  @Test
  void theStatementIsReadFromItsTables() throws IOException {
    List<String> told =
        takes(
            "ICS.md",
            """
            # Implementation Conformance Statement (ICS) — Camera

            ### Table B.1: Implementation of provisions

            #### 5.1 Passwords

            | Reference           | Status  | Support | Detail                  |
            |---------------------|---------|---------|-------------------------|
            | **Provision 5.1-1** | M F (a) | **Y**   | One each, see `Auth-1`. |
            | **Provision 5.1-2** | M F (b) | **N/A** | None \\| never.         |

            #### 5.2 Reports

            | Reference       | Status | Support | Detail |
            |-----------------|--------|---------|--------|
            | Provision 5.2-1 | M      | Y       | Page.  |
            | Provision 5.2-2 | R      | maybe   |        |
            """);
    assertThat(dossier.open().ics().answers().values())
        .extracting(a -> a.provision() + " " + a.support().printed() + " " + a.detail())
        .containsExactly(
            "5.1-1 Y One each, see Auth-1.", "5.1-2 N/A None | never.", "5.2-1 Y Page.");
    assertThat(told)
        .containsExactly(
            "PLB-9520 ICS.md:1:3",
            "PLB-9520 ICS.md:3:5",
            "PLB-9520 ICS.md:5:6",
            "PLB-9520 ICS.md:12:6",
            "PLB-9521 ICS.md:17:30");
  }

  @Test
  void aColumnThatTheTableDoesNotHaveEndsNoEntry() throws IOException {
    List<String> told =
        takes(
            "ixit_1-AuthMech.md",
            """
            # IXIT 1-AuthMech: Authentication Mechanisms

            ## **ID**: AuthMech-Web

            ### Description
            Login page.

            ### Operational Lifecycle
            * Open after a reset.

            ### Brute Force Prevention
            One second each.

            ## Summary

            All of them are safe.
            """);
    assertThat(dossier.open().ixit().entries("1-AuthMech"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.id()).isEqualTo("AuthMech-Web");
              assertThat(e.text("bruteForcePrevention")).isEqualTo("One second each.");
            });
    assertThat(told)
        .containsExactlyInAnyOrder(
            "PLB-9520 ixit_1-AuthMech.md:8:5",
            "PLB-9537 ixit_1-AuthMech.md:9:1",
            "PLB-9520 ixit_1-AuthMech.md:14:4",
            "PLB-9537 ixit_1-AuthMech.md:16:1");
  }

  @Test
  void aRecordGoesOnBehindAHeadingThatItDoesNotHave() throws IOException {
    takes(
        "ixit_2-UserInfo.md",
        """
        # CRA: 303 645 IXIT-2-USERINFO: User Information

        ## Model Designation
        Hub One

        ## Where it is sold
        Everywhere.

        ## Support Period
        Until 2031-12-31.
        """);
    IxitEntry record = dossier.open().ixit().record("2-UserInfo").orElseThrow();
    assertThat(record.text("modelDesignation")).isEqualTo("Hub One");
    assertThat(record.text("supportPeriod")).isEqualTo("Until 2031-12-31.");
  }

  @Test
  void foldersInTheFolderAreReadTooButNotThoseOfTools() throws IOException {
    String table = "# IXIT 1-AuthMech\n\n## **ID**: %s\n\n### Description\nLogin.\n";
    takes(".git/old.md", table.formatted("AuthMech-Old"));
    takes("ixit/1.md", table.formatted("AuthMech-Web"));
    assertThat(dossier.open().ixit().entries("1-AuthMech"))
        .extracting(IxitEntry::id)
        .containsExactly("AuthMech-Web");
  }

  @Test
  void aFolderWithMoreFilesThanAreReadIsRefusedWhole() throws IOException {
    for (int i = 0; i < 501; i++) {
      Files.createDirectories(directory.resolve("repository"));
      Files.writeString(directory.resolve("repository").resolve(i + ".md"), "# Text\n");
    }
    assertThat(takes("ixit_1-AuthMech.md", "# IXIT 1-AuthMech\n"))
        .containsExactly("PLB-9510 repository");
    assertThat(dossier.open().ixit().entries("1-AuthMech")).isEmpty();
  }
}
