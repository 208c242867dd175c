package dev.plumbline.importers.arachnijson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArachniJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new ArachniJsonImporter();
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
                "xss",
                "title",
                "Cross-Site Scripting (XSS)",
                "severity",
                "high",
                "where",
                "/search?q q",
                "references",
                List.of("CWE-79")));
    assertThat(scan.coverage()).containsEntry("tests", List.of("xss", "sql_injection"));
  }

  @Test
  void nothingFoundCountsForWhatWasTried() throws IOException {
    Observation scan = fact("nothing", "scan.findings");
    assertThat(scan.value().get("findings")).isEqualTo(List.of());
    assertThat(scan.coverage()).containsKey("scope");
  }

  @Test
  void aRunThatWasStoppedFindsNothing(@TempDir Path folder) throws IOException {
    String text = Files.readString(sample("nothing"));
    assertThat(text).contains("finish_datetime");
    Path file =
        Files.writeString(
            folder.resolve("stopped"), text.replace("finish_datetime", "other_datetime"));
    assertThat(trial().read(importer(), file).observations())
        .isNotEmpty()
        .noneMatch(Observation::seen);
  }

  @Test
  void findingsBeforeTheTargetAreBoundedAndCounted(@TempDir Path folder) throws IOException {
    String issues =
        IntStream.range(0, 5_100)
            .mapToObj("{\"name\": \"n%1$s\", \"check\": {\"shortname\": \"c%1$s\"}}"::formatted)
            .collect(Collectors.joining(","));
    Path file =
        Files.writeString(
            folder.resolve("many"),
            """
            {"version": "1.5.1", "issues": [%s], "finish_datetime": "2026-11-24",
             "options": {"checks": [], "url": "http://192.0.2.10/"}}
            """
                .formatted(issues));
    Observation scan = trial().read(importer(), file).observations().getFirst();
    assertThat(scan.subject()).isEqualTo("tcp/192.0.2.10/80");
    assertThat((List<?>) scan.value().get("findings")).hasSize(5_000);
    assertThat(scan.value()).containsEntry("more", 100L);
  }
}
