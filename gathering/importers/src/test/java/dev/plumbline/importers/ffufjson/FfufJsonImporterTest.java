package dev.plumbline.importers.ffufjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FfufJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new FfufJsonImporter();
  }

  @Test
  void readsPathsAndNoSecret() throws IOException {
    Observation found = fact("found", "scan.findings");
    assertThat(found.subject()).isEqualTo("tcp/192.0.2.10/80");
    assertThat(found.value().get("findings").toString())
        .contains("answers with status 200", "where=/backup?x");
    assertThat(trial().read(sample("found")).toString()).doesNotContain("hunter2");
  }

  @Test
  void noPathIsNoAnswerBecauseTheRunMayHaveBeenStopped() throws IOException {
    assertThat(fact("nothing", "scan.findings").seen()).isFalse();
  }
}
