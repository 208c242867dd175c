package dev.plumbline.importers.btmgmtfind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BtmgmtFindImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new BtmgmtFindImporter();
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
  void readsTypeNameAndSignal() throws IOException {
    assertThat(fact("found", "radio.scan").value().get("heard"))
        .isEqualTo(
            List.of(
                Map.of(
                    "band", "bluetooth",
                    "kind", "LE Public",
                    "name", "EC-100",
                    "signal", -48L,
                    "address", "02:00:5e:00:53:01")));
  }

  @Test
  void aDiscoveryThatDidNotEndIsNoAnswer() throws IOException {
    assertThat(fact("stopped", "radio.scan").seen()).isFalse();
  }
}
