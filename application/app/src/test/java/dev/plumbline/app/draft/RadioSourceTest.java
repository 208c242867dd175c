package dev.plumbline.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.radio.RadioScan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Radios of the device that a scan heard are air interfaces. */
class RadioSourceTest {
  private final Workspace camera =
      Workspace.open(Path.of("../../examples/sound-camera"), LocalDate.of(2026, 12, 1))
          .workspace()
          .orElseThrow();

  private static RadioScan.Heard heard(String band, String kind) {
    return new RadioScan.Heard(
        band,
        Optional.of(kind),
        Optional.empty(),
        Optional.of("02:00:5e:00:53:01"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Observation scan(String subject, RadioScan.Heard... heard) {
    Dossier of = camera.dossier();
    return DraftingTest.seen(
        of,
        subject,
        new RadioScan(
            List.of(heard),
            3,
            List.of("wifi"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            4,
            true));
  }

  private List<Proposal> draft(
      Map<String, Map<String, Map<String, Object>>> written, Observation... seen) {
    return Drafting.proposals(
        camera.catalogue(),
        camera.dossier().withObservations(List.of(seen)),
        written,
        List.of(new RadioSource()));
  }

  private static Object value(List<Proposal> all, String row, String key) {
    return all.stream()
        .filter(p -> p.row().equals(row) && p.key().equals(key))
        .map(Proposal::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(row + " " + key + ": " + all));
  }

  @Test
  void bandsOfWiFiAreOneInterfaceAndBluetoothIsAnother() {
    List<Proposal> all =
        draft(
            Map.of(),
            scan("radio/wifi-2.4", heard("wifi", "station")),
            scan("radio/wifi-5", heard("wifi", "Wi-Fi Client")),
            scan("radio/bluetooth", heard("bluetooth", "BTLE")));
    assertThat(value(all, "PhyIntf-1", "bands")).isEqualTo(List.of("bluetooth"));
    assertThat(value(all, "PhyIntf-2", "bands")).isEqualTo(List.of("wifi-2.4", "wifi-5"));
    assertThat(value(all, "PhyIntf-2", "radioRole")).isEqualTo("station");
    assertThat(all).noneMatch(p -> p.row().equals("PhyIntf-1") && p.key().equals("radioRole"));
    assertThat(all).allMatch(Proposal::observed);
  }

  @Test
  void aScanThatHeardNothingOfTheDeviceProposesNothing() {
    assertThat(draft(Map.of(), scan("radio/wifi-5"))).isEmpty();
  }

  @Test
  void aWrittenRowOfTheBandIsFilledAndNotWrittenAgain() {
    Map<String, Object> row = Map.of("id", "Wlan", "bands", List.of("wifi-2.4"), "air", true);
    List<Proposal> all =
        draft(
            Map.of("15-PhyIntf", Map.of("Wlan", row)),
            scan("radio/wifi-2.4", heard("wifi", "Wi-Fi AP")));
    assertThat(all).extracting(Proposal::row).containsOnly("Wlan");
    assertThat(all).extracting(Proposal::key).doesNotContain("bands", "air");
    assertThat(value(all, "Wlan", "radioRole")).isEqualTo("access-point");
  }
}
