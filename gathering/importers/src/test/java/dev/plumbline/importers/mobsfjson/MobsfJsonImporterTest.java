package dev.plumbline.importers.mobsfjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.EntryCount;
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

  @Test
  void anAppWithLibrariesIsNoReportOfAnotherTool() throws IOException {
    assertThat(trial().read(sample("libraries")).importer()).isEqualTo("mobsf-json");
  }

  @Test
  void findingsOfLibrariesAndOlderManifestsAreKept() throws IOException {
    assertThat(String.valueOf(fact("libraries", "app.scan").value().get("findings")))
        .contains(
            "area=manifest", "Launch Mode of Activity", "area=binary", "libcam.so", "firebase")
        .doesNotContain("NX bit set");
    assertThat(fact("libraries", "app.scan").coverage()).containsEntry("complete", true);
  }

  @Test
  void findingsOfAnIosAppAreKept() throws IOException {
    Observation app = fact("ios", "app.scan");
    assertThat(app.text("app")).isEqualTo("com.example.camera");
    assertThat(String.valueOf(app.value().get("findings")))
        .contains(
            "AllowsArbitraryLoads", "insecure API", "rule=pie", "libswiftCore.dylib", "ios_log");
    assertThat(app.coverage()).containsEntry("complete", true);
    assertThat(trial().read(sample("ios")).counted())
        .containsExactly(new EntryCount("findings", 5, 5));
  }

  @Test
  void aSectionInAnUnknownFormIsNotComplete() throws IOException {
    Observation app = fact("unknown", "app.scan");
    assertThat(app.coverage()).containsEntry("complete", false);
    assertThat(trial().read(sample("unknown")).problems().toString()).contains("2 of 2 findings");
  }
}
