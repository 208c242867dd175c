package dev.plumbline.importers.dependencytrackfpf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DependencyTrackFpfImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new DependencyTrackFpfImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void aSuppressedFindingIsKeptWithItsState() throws IOException {
    assertThat(fact("found", "software.vulnerabilities").value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "533",
                    "component", "timespan",
                    "version", "2.3.0",
                    "severity", "low",
                    "source", "NPM",
                    "state", "suppressed")));
    assertThat(fact("found", "vex.statements").value().get("statements"))
        .isEqualTo(
            List.of(
                Map.of(
                    "vulnerability", "533",
                    "products", List.of("timespan"),
                    "status", "not_affected")));
  }

  @Test
  void noFindingIsNoAnswerBecauseTheFileDoesNotSayWhatWasCompared() throws IOException {
    assertThat(fact("nothing", "software.vulnerabilities").seen()).isFalse();
  }
}
