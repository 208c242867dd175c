package dev.plumbline.importers.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HarImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new HarImporter();
  }

  @Test
  void exchangesAreToldWithoutValues() throws IOException {
    Observation exchanges = fact("found", "http.exchanges");
    assertThat(exchanges.subject()).isEqualTo("tcp/192.0.2.10/80");
    assertThat(exchanges.flag("tls")).contains(false);
    assertThat(exchanges.texts("sent")).containsExactly("authorization");
    assertThat(exchanges.value().get("exchanges"))
        .isEqualTo(
            List.of(
                Map.of("method", "GET", "path", "/", "status", 200L),
                Map.of("method", "GET", "path", "/api/wifi?key", "status", 200L)));
    assertThat(exchanges.coverage()).containsEntry("recorded", 3L);
    assertThat(trial().read(sample("found")).toString())
        .doesNotContain("secret-id", "secret-key", "secret-body", "c2VjcmV0");
  }

  @Test
  void headersOfTheRootAreThoseOfTheProbe() throws IOException {
    Observation headers = fact("found", "http.headers");
    assertThat(headers.value().get("headers")).isEqualTo(Map.of("server", "CamHttpd/1.0"));
    assertThat(headers.value().get("cookies"))
        .isEqualTo(
            List.of(Map.of("name", "sid", "secure", false, "httpOnly", true, "sameSite", "")));
  }

  @Test
  void aRecordingWithoutTheDeviceSaysNothing() throws IOException {
    assertThat(trial().read(sample("nothing")).observations()).isEmpty();
  }
}
