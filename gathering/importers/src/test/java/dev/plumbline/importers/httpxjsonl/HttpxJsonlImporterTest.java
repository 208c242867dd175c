package dev.plumbline.importers.httpxjsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HttpxJsonlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new HttpxJsonlImporter();
  }

  @Test
  void readsServersWithAndWithoutTls() throws IOException {
    assertThat(trial().read(sample("found")).observations())
        .extracting(Observation::subject)
        .containsExactly("tcp/192.0.2.10/80", "tcp/192.0.2.10/443");
    Observation web = fact("found", "service.identified");
    assertThat(web.value())
        .containsEntry("protocol", "http")
        .containsEntry("tls", false)
        .containsEntry("product", "nginx")
        .containsEntry("version", "1.26.3");
  }

  @Test
  void noAnswerOfHttpIsNoService() throws IOException {
    assertThat(fact("nothing", "service.identified").seen()).isFalse();
  }
}
