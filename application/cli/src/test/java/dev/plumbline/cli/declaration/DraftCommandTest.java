package dev.plumbline.cli.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.draft.Certainty;
import dev.plumbline.app.draft.Proposal;
import dev.plumbline.cli.Copies;
import dev.plumbline.cli.Ran;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftCommandTest {
  private static final String INTERFACES = "ixit/28-LogIntf.yaml";

  @TempDir Path directory;
  private Path dossier;

  @BeforeEach
  void aPortThatNobodyDeclared() throws IOException {
    dossier = Copies.of("sound-camera", directory.resolve("camera"));
    try (DossierWriter writer = DossierFolder.at(dossier).write()) {
      writer.appendObservations(
          List.of(
              seen(
                  "address/127.88.2.1",
                  new TcpOpenPorts(
                      List.of(8080, 8443, 9000),
                      List.of("1-65535"),
                      65_535,
                      65_532,
                      0,
                      List.of(),
                      List.of())),
              seen(
                  "tcp/127.88.2.1/9000",
                  new ServiceIdentified(
                      "mqtt",
                      false,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      List.of("mqtt"),
                      Optional.empty()))));
    }
  }

  private static <F extends Fact> Observation seen(String subject, F fact) {
    Stored stored = Kinds.stored(fact);
    return new Observation(
        Kinds.key(fact.getClass()),
        subject,
        Observation.Outcome.SEEN,
        stored.value(),
        stored.coverage(),
        "",
        new Observation.Source(
            "tcp-open-ports",
            "1",
            "3.2.0",
            "EC-000101",
            "initialized",
            "run",
            Instant.parse("2026-11-02T00:00:00Z")),
        Optional.empty());
  }

  private Ran draft(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "draft";
    all[1] = dossier.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Ran.of(all);
  }

  @Test
  void whatIsDeclaredAlreadyIsNotProposed() {
    Ran ran = draft("--list");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("28-LogIntf/LogIntf-5 (new row)", "endpoints: tcp/9000", "protocol: mqtt")
        .contains("certain; tcp.open-ports of address/127.88.2.1 (tcp-open-ports)")
        .doesNotContain("endpoints: tcp/8443", "LogIntf-1 ");
  }

  @Test
  void acceptedCellsAreAddedAndAllElseStaysAsItIs() throws IOException {
    String before = Files.readString(dossier.resolve(INTERFACES));
    long all = draft("--json").out().lines().filter(l -> l.contains("\"number\"")).count();
    Ran ran = draft("--accept", "1-" + all);
    assertThat(ran.code()).as(ran.err()).isZero();
    String after = Files.readString(dossier.resolve(INTERFACES));
    assertThat(after).startsWith(before).contains("- id: LogIntf-5", "drafted:");
    assertThat(Ran.of("check", dossier.toString()).out()).doesNotContain("PLB-1035");
  }

  @Test
  void allProposalsAreMarkedAndCountOnceConfirmed() throws IOException {
    assertThat(draft("--accept-all").code()).isZero();
    assertThat(Files.readString(dossier.resolve(INTERFACES))).contains("proposed: [");
    assertThat(Ran.of("check", dossier.toString()).out())
        .contains("PLB-1035", "28-LogIntf/LogIntf-5 has cells that are proposed");
    assertThat(draft("--list").out()).contains("No proposals.");
    assertThat(draft("--confirm").out()).contains("cells confirmed.");
    assertThat(Ran.of("check", dossier.toString()).out()).doesNotContain("PLB-1035");
  }

  @Test
  void explainTellsWhatWasDraftedAndFromWhat() {
    String ports = "5.6-1-2c@DUT";
    assertThat(draft("--accept-all").code()).isZero();
    assertThat(draft("--confirm").code()).isZero();
    Ran explained = Ran.of("explain", dossier.toString(), ports);
    assertThat(explained.out())
        .contains("28-LogIntf/LogIntf-5: endpoints was drafted from tcp.open-ports of address/");
  }

  @Test
  void numbersOutsideOfTheListAreRefused() {
    assertThat(draft("--accept", "999").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(draft("--accept", "x").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(draft("--accept", "1", "--confirm").code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void inADialogueEachIsAcceptedChangedLeftOrTakenBack() throws IOException {
    List<Proposal> all =
        List.of(
            proposal("protocol", "mqtt"),
            proposal("endpoints", List.of("tcp/1")),
            proposal("status", "enabled"));
    StringWriter shown = new StringWriter();
    List<Proposal> accepted =
        new DraftDialogue(
                new BufferedReader(new StringReader("a\nb\nn\nc\ntcp/2, tcp/3\n?\na\n")),
                new PrintWriter(shown))
            .accepted(all);
    assertThat(accepted)
        .extracting(Proposal::value)
        .containsExactly(List.of("tcp/2", "tcp/3"), "enabled");
    assertThat(accepted).extracting(Proposal::observed).containsExactly(false, true);
    assertThat(shown.toString()).contains("2 of 3", "Please type a, c, n, b or q.");
  }

  private static Proposal proposal(String key, Object value) {
    return new Proposal(
        "28-LogIntf", "LogIntf-5", true, key, value, Certainty.LIKELY, "seen", true);
  }
}
