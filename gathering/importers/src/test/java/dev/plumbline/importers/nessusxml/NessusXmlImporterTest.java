package dev.plumbline.importers.nessusxml;

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

class NessusXmlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new NessusXmlImporter();
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
                "42873",
                "title",
                "SSL Medium Strength Cipher Suites Supported (SWEET32)",
                "severity",
                "high",
                "where",
                "www",
                "references",
                List.of("CVE-2016-2183", "https://sweet32.info")));
    assertThat(scan.coverage()).containsEntry("plugins", 2L);
    assertThat(scan.toString()).doesNotContain("secret-output");
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
    assertThat(text).contains("HOST_END");
    Path file = Files.writeString(folder.resolve("stopped"), text.replace("HOST_END", "HOST_X"));
    assertThat(trial().read(importer(), file).observations())
        .isNotEmpty()
        .noneMatch(Observation::seen);
  }

  @Test
  void theTableTellsFindingsAndProvesNoAbsence() throws IOException {
    assertThat(trial().read(sample("table")).importer()).isEqualTo("nessus-xml");
    Observation found = fact("table", "scan.findings");
    assertThat(found.subject()).isEqualTo("tcp/192.0.2.10/443");
    assertThat(String.valueOf(found.value().get("findings")))
        .contains("id=42873", "severity=medium", "CVE-2016-2183", "CVE-2016-6329")
        .doesNotContain("secret-output");
  }
}
