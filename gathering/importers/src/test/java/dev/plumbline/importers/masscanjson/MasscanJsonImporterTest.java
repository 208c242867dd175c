package dev.plumbline.importers.masscanjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasscanJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new MasscanJsonImporter();
  }

  @Test
  void portsCoverThemselvesAndNoOther() throws IOException {
    Observation ports = fact("found", "tcp.open-ports");
    assertThat(ports.texts("open")).containsExactly("23", "80", "443");
    assertThat(ports.coverage()).containsEntry("ports", List.of("23", "80", "443"));
    assertThat(fact("found", "udp.open-ports").texts("answered")).containsExactly("53");
    assertThat(fact("nothing", "tcp.open-ports").coverage())
        .containsEntry("ports", List.of("81-82"))
        .containsEntry("refused", 2L);
  }

  @Test
  void bannersTellServices() throws IOException {
    assertThat(trial().read(sample("found")).observations())
        .filteredOn(o -> o.key().equals("service.identified"))
        .extracting(o -> o.subject() + " " + o.text("protocol") + " " + o.flag("tls").orElseThrow())
        .containsExactly("tcp/192.0.2.10/80 http false", "tcp/192.0.2.10/443 unknown true");
  }
}
