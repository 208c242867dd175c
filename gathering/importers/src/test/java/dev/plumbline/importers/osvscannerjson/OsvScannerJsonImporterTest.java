package dev.plumbline.importers.osvscannerjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OsvScannerJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new OsvScannerJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void namesTheCveAndTheFixedVersion() throws IOException {
    assertThat(fact("found", "software.vulnerabilities").value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2021-44906",
                    "component", "minimist",
                    "version", "1.2.5",
                    "severity", "critical",
                    "fixed", List.of("1.2.6"),
                    "source", "OSV GHSA-xvch-5gv4-984h")));
  }

  @Test
  void onlyAListOfAllPackagesSaysHowManyWereCompared() throws IOException {
    assertThat(fact("nothing", "software.vulnerabilities").coverage())
        .containsEntry("components", 1L);
    assertThat(fact("found", "software.vulnerabilities").coverage())
        .doesNotContainKey("components");
    assertThat(fact("empty", "software.vulnerabilities").seen()).isFalse();
  }
}
