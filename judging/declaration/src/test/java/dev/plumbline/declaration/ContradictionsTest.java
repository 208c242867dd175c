package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contradictions speak where there are some, and nowhere else. */
class ContradictionsTest {
  private static final List<Path> ROOTS =
      List.of(
          Path.of("../../examples"),
          Path.of("../../verification/acceptance/src/test/resources/release"));

  private static final String REMARKED =
      """
      # ixit/13-SoftServ.yaml
      table: 13-SoftServ
      entries:
        - id: SoftServ-1
          remarks: {authenticationMechanism: "Guarded by SecComMech-1, whose challenge binds the session."}
      # ixit/11-SecComMech.yaml
      table: 11-SecComMech
      entries:
        - {id: SecComMech-1, description: "Session of the page"}
      """;

  private static final String PLANTED =
      """
      # ixit/10-SecParam.yaml
      table: 10-SecParam
      entries:
        - id: SecParam-1
          description: The password of the label. It is printed on LogIntf-Log at each start.
          type: critical
      # ixit/28-LogIntf.yaml
      table: 28-LogIntf
      entries:
        - {id: LogIntf-Log, disclosedInformation: "None."}
      # ixit/15-PhyIntf.yaml
      table: 15-PhyIntf
      entries:
        - {id: PhyIntf-SWD, status: disabled permanently}
      # ixit/7-UpdMech.yaml
      table: 7-UpdMech
      entries:
        - {id: UpdMech-1, description: "The image of the radio is written through PhyIntf-SWD."}
      """;

  private static final String NEAR =
      """
      # ics.yaml
      answers:
        5.5-6: {support: Y, detail: "All are encrypted when they are sent."}
        5.3-13: {support: Y, detail: "The page names the last day."}
        5.8-3: {support: Y, detail: "All sensors are documented, see UserInfo and AuthMech-Web-*."}
      # ixit/1-AuthMech.yaml
      table: 1-AuthMech
      entries:
        - id: AuthMech-Web-Own
          description: Login of the page, with a password of the user.
          authenticationFactor: password set by user
          factorKind: password-user-defined
          networkReachable: true
          bruteForcePrevention: "None is needed beyond the lock of a minute after 5 attempts."
          attemptsBeforeDelay: 5
          endpoints: [tcp/443]
        - id: AuthMech-Cloud
          authenticationFactor: key or certificate
          bruteForcePrevention: N/A (outgoing)
      # ixit/13-SoftServ.yaml
      table: 13-SoftServ
      entries:
        - id: SoftServ-Web-Own
          description: Page for settings; no e-mail address is sent to anybody.
          authenticationMechanism: [AuthMech-Web-Own]
          endpoints: [tcp/443]
        - id: SoftServ-Health
          description: Answers that the device runs, for the login see AuthMech-Web.
          authenticationMechanism: []
          endpoints: [tcp/8080]
      # ixit/10-SecParam.yaml
      table: 10-SecParam
      entries:
        - id: SecParam-1
          type: critical
          description: Password of the label, which is never printed on LogIntf-Log.
          secureCommunicationMechanisms: [SecComMech-1]
        - id: SecParam-2
          type: public
          description: Public key, whose digest is printed on LogIntf-Log.
      # ixit/11-SecComMech.yaml
      table: 11-SecComMech
      entries:
        - id: SecComMech-1
          description: Browser of the owner, by TLS 1.3; clear text is refused.
          securityGuarantees: [integrity, authenticity, confidentiality]
          cryptographicDetails: TLS 1.3, and nothing is sent in clear text
          protocol: tls
        - id: SecComMech-2
          description: Questions for the time travel in clear text.
          cryptographicDetails: None
          protocol: none
      # ixit/28-LogIntf.yaml
      table: 28-LogIntf
      entries:
        - {id: LogIntf-Log, disclosedInformation: "None.", status: enabled, access: [PhyIntf-1, PhyIntf-SWD]}
      # ixit/15-PhyIntf.yaml
      table: 15-PhyIntf
      entries:
        - {id: PhyIntf-1, status: enabled}
        - {id: PhyIntf-SWD, status: disabled permanently}
      # ixit/7-UpdMech.yaml
      table: 7-UpdMech
      entries:
        - id: UpdMech-1
          description: Over the air, not through PhyIntf-SWD, which is cut.
          updateChecking: After the start within 2 hours, then every 24 hours
          checkIntervalHours: 24
          userNotification: None of its own; the page tells both versions.
          notifies: true
      # ixit/2-UserInfo.yaml
      table: 2-UserInfo
      record:
        supportPeriod: Updates for 5 years from 2026
        supportEnds: "2031-06-30"
        documentationOfSensors: None of the sensors is hidden; manual, chapter 4
        publicationOfVulnerabilityDisclosurePolicy: >-
          Acknowledgement within 3 days and status updates every 14 days, see https://www.example.com
      # ixit/3-VulnTypes.yaml
      table: 3-VulnTypes
      entries:
        - id: VulnTypes-1
          timeFrame: Acknowledgement within 3 days, correction within 10 working days
          timeFrameDays: 14
        - id: VulnTypes-2
          timeFrame: Corrected within 10 working days
          timeFrameDays: 14
      # ixit/21-PersData.yaml
      table: 21-PersData
      entries:
        - {id: PersData-1, description: "Names of rooms", leavesDevice: false, secureCommunicationMechanisms: []}
      """;

  static Stream<Path> dossiers() throws IOException {
    Stream<Path> all = Stream.empty();
    for (Path root : ROOTS) {
      try (Stream<Path> below = Files.walk(root, 2)) {
        all =
            Stream.concat(
                all,
                below.filter(f -> Files.exists(f.resolve("ics.yaml"))).sorted().toList().stream());
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void noneIsFoundInAShippedDossier(Path folder) {
    assertThat(contradictions(folder)).isEmpty();
  }

  @Test
  void wordsThatAreNearAreNotTakenForOne(@TempDir Path directory) throws IOException {
    assertThat(DossierText.of(NEAR, "3.1.3").check(directory, "3.1.3"))
        .filteredOn(p -> p.id().startsWith("PLB-61"))
        .isEmpty();
  }

  @Test
  void aRemarkIsReadWhereNoValueCouldBe(@TempDir Path directory) throws IOException {
    assertThat(DossierText.of(REMARKED, "3.1.3").check(directory, "3.1.3"))
        .extracting(Problem::id)
        .contains("PLB-6104");
  }

  @Test
  void bothPlacesStandInTheMessage(@TempDir Path directory) throws IOException {
    List<Problem> found = DossierText.of(PLANTED, "3.1.3").check(directory, "3.1.3");
    assertThat(found)
        .filteredOn(p -> p.id().startsWith("PLB-61"))
        .extracting(p -> p.id() + " " + p.place().file() + ":" + p.place().line())
        .containsExactly("PLB-6109 ixit/7-UpdMech.yaml:3", "PLB-6101 ixit/10-SecParam.yaml:4");
    assertThat(found)
        .filteredOn(p -> p.id().equals("PLB-6101"))
        .extracting(Problem::what)
        .containsExactly(
            "A secret is shown at an interface that discloses nothing: 10-SecParam/SecParam-1 says"
                + " 'It is printed on LogIntf-Log at each start' (description), but"
                + " 28-LogIntf/LogIntf-Log says 'None.' (disclosedInformation;"
                + " ixit/28-LogIntf.yaml:3:45).");
  }

  private static List<Problem> contradictions(Path folder) {
    Dossier dossier = DossierFolder.at(folder, Map.of()).open(new Problems()).orElseThrow();
    return DeclarationCheck.check(
            DossierText.catalogue(dossier.product().edition()), dossier, DossierText.TODAY)
        .stream()
        .filter(p -> p.id().startsWith("PLB-61"))
        .toList();
  }

  @Test
  void enoughDossiersAreLookedAt() throws IOException {
    assertThat(dossiers()).hasSizeGreaterThanOrEqualTo(8);
  }
}
