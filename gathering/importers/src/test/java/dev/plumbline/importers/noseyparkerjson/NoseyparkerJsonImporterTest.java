package dev.plumbline.importers.noseyparkerjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.EntryCount;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoseyparkerJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new NoseyparkerJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsKindAndPlaceAndCountsWhatTheReportDoesNotShow() throws IOException {
    Observation secrets = fact("found", "firmware.secrets");
    assertThat(secrets.value().get("found"))
        .isEqualTo(
            List.of(Map.of("kind", "AWS API Key", "place", "rootfs/etc/app.conf", "line", 7L)));
    assertThat(secrets.value()).containsEntry("count", 3L);
    assertThat(secrets.coverage()).containsEntry("complete", false);
    assertThat(secrets.toString()).doesNotContain("DEADBEEF");
    assertThat(trial().read(sample("found")).counted())
        .containsExactly(new EntryCount("secrets", 3, 1));
  }

  @Test
  void aBlobOfARepositoryIsNamedByItsPath() throws IOException {
    assertThat(String.valueOf(fact("lines", "firmware.secrets").value().get("found")))
        .contains("place=src/key.c");
  }
}
