package dev.plumbline.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.observation.network.ScanFindings;
import dev.plumbline.observation.network.TcpOpenPorts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedReadingTest {
  private static final TcpOpenPorts FACT =
      new TcpOpenPorts(List.of(80), List.of("80-81"), 2, 1, 0, List.of(), List.of());

  private final GatheredReading reading =
      new GatheredReading(
          new ImporterSpec(
              "x", "1", "a tool", "", "", List.of("tcp.open-ports", "scan.findings"), List.of()),
          ImportTrial.at("192.0.2.10").product(),
          new Ixit(Map.of()),
          Place.of("x.json"),
          new Problems(),
          Digest.of("x"),
          1,
          "run",
          Surroundings.NONE);

  @Test
  void aFactIsRecordedUnderTheKeyOfItsKind() {
    reading.seen("address/192.0.2.10", FACT);

    Observation told = reading.report(Instant.EPOCH).observations().getFirst();
    assertThat(told.key()).isEqualTo("tcp.open-ports");
    assertThat(told.as(TcpOpenPorts.class)).contains(FACT);
  }

  @Test
  void aWordThatItsKindDoesNotKnowIsUnansweredAndToldToTheUser() {
    reading.seen(
        "address/192.0.2.10",
        new ScanFindings(
            List.of(
                new ScanFindings.Finding(
                    "x", Optional.empty(), "dreadful", Optional.empty(), Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));

    ImportReport report = reading.report(Instant.EPOCH);
    assertThat(report.observations()).singleElement().matches(o -> !o.seen());
    assertThat(report.observations().getFirst().reason()).contains("'dreadful', which is none of");
    assertThat(report.problems())
        .extracting(Problem::toString)
        .anyMatch(p -> p.contains("no fact of its kind"));
  }
}
