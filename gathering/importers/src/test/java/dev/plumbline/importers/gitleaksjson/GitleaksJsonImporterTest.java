package dev.plumbline.importers.gitleaksjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitleaksJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new GitleaksJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void tellsKindAndPlaceAndNeverTheSecret() throws IOException {
    Observation secrets = fact("found", "firmware.secrets");
    assertThat(secrets.value().get("found"))
        .isEqualTo(
            List.of(
                Map.of("kind", "aws-access-token", "place", "conf.txt", "line", 2L),
                Map.of("kind", "private-key", "place", "conf.txt", "line", 3L)));
    assertThat(secrets.toString()).doesNotContain("AKIA").doesNotContain("MIIE");
  }

  @Test
  void anEmptyReportDoesNotSayWhatWasLookedThrough() throws IOException {
    assertThat(fact("nothing", "firmware.secrets").seen()).isFalse();
  }
}
