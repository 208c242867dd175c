package dev.plumbline.importers.ffufjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.EntryCount;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfufJsonImporterTest extends ImporterContract {
  @TempDir private Path folder;

  @Override
  protected Importer importer() {
    return new FfufJsonImporter();
  }

  @Test
  void readsPathsAndNoSecret() throws IOException {
    Observation found = fact("found", "scan.findings");
    assertThat(found.subject()).isEqualTo("tcp/192.0.2.10/80");
    assertThat(String.valueOf(found.value().get("findings")))
        .contains("answers with status 200", "where=/backup?x");
    assertThat(trial().read(sample("found")).toString()).doesNotContain("hunter2");
  }

  @Test
  void noPathIsNoAnswerBecauseTheRunMayHaveBeenStopped() throws IOException {
    assertThat(fact("nothing", "scan.findings").seen()).isFalse();
  }

  @Test
  void whatFindsNoRoomIsCounted() throws IOException {
    StringBuilder results = new StringBuilder();
    for (int port = 1; port <= 2_050; port++) {
      results
          .append(port == 1 ? "" : ",")
          .append("{\"status\":200,\"url\":\"http://192.0.2.10:" + port + "/a\"}");
    }
    String all = Files.readString(sample("nothing")).replace("[]", "[" + results + "]");
    ImportReport report = trial().read(Files.writeString(folder.resolve("f.json"), all));
    assertThat(report.counted()).containsExactly(new EntryCount("findings", 2_050, 2_000));
    assertThat(report.problems().toString()).contains("50 of 2050 findings");
  }
}
