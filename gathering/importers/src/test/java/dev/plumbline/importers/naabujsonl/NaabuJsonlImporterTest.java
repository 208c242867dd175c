package dev.plumbline.importers.naabujsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaabuJsonlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new NaabuJsonlImporter();
  }

  @Test
  void anOpenPortCoversItselfAlone() throws IOException {
    Observation ports = fact("found", "tcp.open-ports");
    assertThat(ports.value().get("open")).isEqualTo(List.of(8080L));
    assertThat(ports.coverage()).containsEntry("tried", 1L);
  }
}
