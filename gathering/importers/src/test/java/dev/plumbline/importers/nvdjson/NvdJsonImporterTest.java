package dev.plumbline.importers.nvdjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importers.shared.matching.KnownComponents;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NvdJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new NvdJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Override
  protected ImportTrial trial() {
    return super.trial()
        .beside(
            KnownComponents.of(
                List.of(
                    Map.of(
                        "name", "minimist", "version", "1.2.5", "purl", "pkg:npm/minimist@1.2.5"),
                    Map.of(
                        "name", "busybox",
                        "version", "1:1.35.0-4",
                        "purl", "pkg:deb/debian/busybox@1:1.35.0-4?distro=debian-12"),
                    Map.of(
                        "name", "curl",
                        "version", "8.5.0",
                        "cpe", "cpe:2.3:a:haxx:curl:8.5.0:*:*:*:*:*:*:*"),
                    Map.of(
                        "name", "openssl",
                        "version", "1.1.1k",
                        "cpe", "cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*"))));
  }

  @Test
  void matchesByVendorProductAndVersion() throws IOException {
    Observation found = fact("found", "software.vulnerabilities");
    assertThat(found.value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2025-1",
                    "component", "curl",
                    "version", "8.5.0",
                    "severity", "high",
                    "fixed", List.of("8.6.0"),
                    "source", "NVD")));
    assertThat(found.coverage()).containsEntry("components", 2L).containsEntry("notCompared", 2L);
  }

  @Test
  void whatCannotBeOrderedOrDependsOnOthersIsUndecided() throws IOException {
    assertThat(String.valueOf(fact("found", "software.vulnerabilities").value().get("undecided")))
        .contains("CVE-2025-3", "cannot be ordered", "CVE-2025-4", "depends")
        .doesNotContain("CVE-2025-2");
  }
}
