package dev.plumbline.importers.nucleijsonl;

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

class NucleiJsonlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new NucleiJsonlImporter();
  }

  @Test
  void findingsAreToldByEndpoint() throws IOException {
    Observation scan = fact("found", "scan.findings");
    assertThat(scan.subject()).isEqualTo("tcp/192.0.2.10/80");
    assertThat((List<?>) scan.value().get("findings"))
        .first()
        .isEqualTo(
            Map.of(
                "id",
                "http-missing-security-headers:x-frame-options",
                "title",
                "HTTP Missing Security Headers",
                "severity",
                "info",
                "where",
                "/?t",
                "references",
                List.of("cwe-693", "https://example.com/x")));
    assertThat(scan.coverage()).containsEntry("templates", 2L);
    assertThat(scan.toString()).doesNotContain("secret-value");
  }

  @Test
  void nothingFoundCountsForWhatWasTried() throws IOException {
    Observation scan = fact("nothing", "scan.findings");
    assertThat(scan.value().get("findings")).isEqualTo(List.of());
    assertThat(scan.coverage()).containsKey("scope");
  }

  @Test
  void withoutLinesForMissesTheTemplatesAreNotTold(@TempDir Path folder) throws IOException {
    String first = Files.readAllLines(sample("found")).getFirst();
    Path file = Files.writeString(folder.resolve("n.jsonl"), first);
    assertThat(trial().read(importer(), file).observations())
        .singleElement()
        .satisfies(o -> assertThat(o.coverage()).doesNotContainKey("templates"));
  }
}
