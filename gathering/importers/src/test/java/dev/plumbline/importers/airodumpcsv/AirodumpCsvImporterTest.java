package dev.plumbline.importers.airodumpcsv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AirodumpCsvImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new AirodumpCsvImporter();
  }

  /** A scan names everybody who was there; only what it says of the device is bound to it. */
  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void theScanOfAnotherDeviceIsNoAnswer() throws IOException {
    assertThat(ImportTrial.at("198.51.100.77").read(importer(), sample("found")).observations())
        .filteredOn(o -> o.key().equals("radio.scan"))
        .noneMatch(Observation::seen);
  }

  @Test
  void readsTheAccessPointOfTheDevice() throws IOException {
    Observation scan = fact("found", "radio.scan");
    assertThat(scan.value().get("heard"))
        .isEqualTo(
            List.of(
                Map.of(
                    "band", "wifi",
                    "kind", "access point",
                    "name", "camera-setup",
                    "channel", "6",
                    "security", List.of("OPN"),
                    "signal", -40L,
                    "address", "02:00:5e:00:53:01")));
    assertThat(scan.coverage())
        .containsEntry("channels", List.of("11", "6"))
        .containsEntry("seconds", 120L)
        .containsEntry("present", 90L)
        .containsEntry("from", "2026-01-05 10:00:00")
        .containsEntry("until", "2026-01-05 10:02:00")
        .containsEntry("radios", 3L);
  }

  @Test
  void aDeviceThatWasNotHeardIsNoAnswer() throws IOException {
    assertThat(fact("nothing", "radio.scan").seen()).isFalse();
  }
}
