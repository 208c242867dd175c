package dev.plumbline.importers.trufflehogjsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrufflehogJsonlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new TrufflehogJsonlImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void tellsKindPlaceAndTrialAndNeverTheSecret() throws IOException {
    Observation secrets = fact("found", "firmware.secrets");
    assertThat(secrets.value().get("found"))
        .isEqualTo(
            List.of(
                Map.of(
                    "kind", "AWS", "place", "rootfs/etc/app.conf", "line", 7L, "verified", "yes")));
    assertThat(secrets.toString()).doesNotContain("AKIA");
  }

  @Test
  void nothingFoundCountsForWhatTheLogSays() throws IOException {
    assertThat(fact("nothing", "firmware.secrets").coverage())
        .containsEntry("target", "120 chunks, 450012 bytes");
  }

  @Test
  void aScanThatDidNotFinishIsNoAnswer() throws IOException {
    assertThat(fact("stopped", "firmware.secrets").seen()).isFalse();
  }
}
