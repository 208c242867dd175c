package dev.plumbline.importers.shodanhostjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShodanHostJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new ShodanHostJsonImporter();
  }

  @Test
  void portsAndServicesAreRead() throws IOException {
    Observation ports = fact("found", "tcp.open-ports");
    assertThat(ports.texts("open")).containsExactly("80", "443");
    assertThat(ports.coverage()).containsEntry("ports", List.of("80", "443"));
    assertThat(fact("found", "udp.open-ports").texts("answered")).containsExactly("1900");
    assertThat(fact("found", "tls.versions").texts("accepted"))
        .containsExactly("TLSv1.0", "TLSv1.2");
    assertThat(fact("found", "tls.versions").texts("refused")).isEmpty();
    assertThat(String.valueOf(fact("found", "scan.findings").value().get("findings")))
        .contains("id=CVE-2014-0160", "severity=medium", "where=verified");
  }

  @Test
  void aHostWithoutServicesHasNoAnswer() throws IOException {
    assertThat(fact("nothing", "tcp.open-ports").seen()).isFalse();
  }
}
