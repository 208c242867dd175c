package dev.plumbline.importers.nexposexml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NexposeXmlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new NexposeXmlImporter();
  }

  @Test
  void findingsAreToldByEndpoint() throws IOException {
    Observation scan =
        trial().read(sample("found")).observations().stream()
            .filter(o -> o.subject().startsWith("tcp/"))
            .findFirst()
            .orElseThrow();
    assertThat(scan.subject()).isEqualTo("tcp/192.0.2.10/443");
    assertThat((List<?>) scan.value().get("findings"))
        .first()
        .isEqualTo(
            Map.of(
                "id",
                "ssl-self-signed-certificate",
                "title",
                "Self-signed TLS certificate",
                "severity",
                "medium",
                "where",
                "",
                "references",
                List.of("https://example.com/x")));
    assertThat(scan.coverage()).containsEntry("tests", 2L);
  }

  @Test
  void nothingFoundCountsForWhatWasTried() throws IOException {
    Observation scan = fact("nothing", "scan.findings");
    assertThat(scan.value().get("findings")).isEqualTo(List.of());
    assertThat(scan.coverage()).containsEntry("tests", 1L);
  }

  @Test
  void aRunThatWasStoppedFindsNothing(@TempDir Path folder) throws IOException {
    String text = Files.readString(sample("nothing"));
    assertThat(text).contains("\"finished\"");
    Path file =
        Files.writeString(folder.resolve("stopped"), text.replace("\"finished\"", "\"stopped\""));
    assertThat(trial().read(importer(), file).observations())
        .isNotEmpty()
        .noneMatch(Observation::seen);
  }
}
