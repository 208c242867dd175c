package dev.plumbline.importers.kismetjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KismetJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new KismetJsonImporter();
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
  void readsTheRadiosOfTheDevice() throws IOException {
    Observation scan = fact("found", "radio.scan");
    assertThat(scan.value().get("heard"))
        .isEqualTo(
            List.of(
                Map.of(
                    "band", "wifi",
                    "kind", "Wi-Fi AP",
                    "name", "camera-setup",
                    "channel", "6",
                    "security", List.of("WPA2-PSK"),
                    "protocol", "IEEE802.11",
                    "address", "02:00:5e:00:53:01")));
    assertThat(scan.coverage())
        .containsEntry("bands", List.of("bluetooth", "wifi"))
        .containsEntry("until", "2026-01-05T10:02:00Z");
  }

  @Test
  void tellsEachBandThatItListenedTo() throws IOException {
    List<Observation> all = trial().read(importer(), sample("found")).observations();
    assertThat(all)
        .extracting(o -> o.key() + " " + o.subject())
        .containsExactly(
            "radio.scan radio/wifi-2.4",
            "radio.others radio/wifi-2.4",
            "radio.scan radio/bluetooth",
            "radio.others radio/bluetooth");
    assertThat(all.get(2).value()).containsEntry("heard", List.of());
    assertThat(all.get(2).coverage()).containsEntry("seconds", 120L).containsEntry("present", 120L);
    assertThat(all.get(3).value()).containsEntry("count", 1L);
    assertThat(all.toString()).doesNotContain("53:55");
  }

  /** What is heard while the device is off is of others. */
  @Test
  void tellsWhoElseWasThereWithoutTheDeviceToo() throws IOException {
    Observation others = fact("nothing", "radio.others");
    assertThat(others.subject()).isEqualTo("radio/wifi-2.4");
    assertThat(others.value()).containsEntry("count", 1L);
  }

  @Test
  void readsOneDeviceALineToo() throws IOException {
    assertThat(fact("lines", "radio.scan").value()).isEqualTo(fact("found", "radio.scan").value());
  }
}
