package dev.plumbline.importers.mobsfjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MobsfJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new MobsfJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsFindingsPermissionsAndTrackersAndNoSecret() throws IOException {
    Observation app = fact("found", "app.scan");
    assertThat(app.value())
        .containsEntry("app", "com.example.camera")
        .containsEntry("secrets", 1L)
        .containsEntry("dangerousPermissions", List.of("android.permission.CAMERA"))
        .containsEntry("trackers", List.of("Example Analytics"));
    assertThat(app.value().get("findings"))
        .isEqualTo(
            List.of(
                Map.of(
                    "area", "network",
                    "severity", "high",
                    "rule", "*",
                    "text", "Clear text traffic is allowed to all domains."),
                Map.of(
                    "area", "code",
                    "severity", "warning",
                    "rule", "android_logging",
                    "text", "The app logs information.")));
    assertThat(app.toString()).doesNotContain("hunter2");
  }
}
