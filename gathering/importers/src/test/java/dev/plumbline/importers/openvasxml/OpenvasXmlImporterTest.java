package dev.plumbline.importers.openvasxml;

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

class OpenvasXmlImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new OpenvasXmlImporter();
  }

  @Test
  void findingsAreToldByEndpoint() throws IOException {
    Observation scan = fact("found", "scan.findings");
    assertThat(scan.subject()).isEqualTo("tcp/192.0.2.10/443");
    assertThat((List<?>) scan.value().get("findings"))
        .first()
        .isEqualTo(
            Map.of(
                "id",
                "1.3.6.1.4.1.25623.1.0.117274",
                "title",
                "SSL/TLS: Deprecated TLSv1.0",
                "severity",
                "medium",
                "where",
                "443/tcp",
                "references",
                List.of("CVE-2011-3389")));
    assertThat(scan.coverage()).containsEntry("tests", 1L);
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
    assertThat(text).contains("Done");
    Path file = Files.writeString(folder.resolve("stopped"), text.replace("Done", "Stopped"));
    assertThat(trial().read(importer(), file).observations())
        .isNotEmpty()
        .noneMatch(Observation::seen);
  }

  @Test
  void theTableTellsFindingsAndProvesNoAbsence() throws IOException {
    assertThat(trial().read(sample("table")).importer()).isEqualTo("openvas-xml");
    Observation found = fact("table", "scan.findings");
    assertThat(found.subject()).isEqualTo("tcp/192.0.2.10/22");
    assertThat(String.valueOf(found.value().get("findings")))
        .contains("id=1.3.6.1.4.1.25623.1.0.105611", "severity=medium", "CVE-2008-5161");
  }
}
