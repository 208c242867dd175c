package dev.plumbline.importers.osvexport;

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

class OsvExportImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new OsvExportImporter();
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
  void matchesByNameAndVersionAndRelease() throws IOException {
    Observation found = fact("found", "software.vulnerabilities");
    assertThat(found.value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2021-44906",
                    "component", "minimist",
                    "version", "1.2.5",
                    "severity", "critical",
                    "fixed", List.of("1.2.6"),
                    "source", "OSV GHSA-xvch-5gv4-984h"),
                Map.of(
                    "id", "CVE-2022-48174",
                    "component", "busybox",
                    "version", "1:1.35.0-4",
                    "fixed", List.of("1:1.35.0-4+deb12u1"),
                    "source", "OSV DEBIAN-CVE-2022-48174")));
    assertThat(found.coverage())
        .containsEntry("components", 2L)
        .containsEntry("notCompared", 2L)
        .containsEntry("records", 4L);
  }

  @Test
  void withoutComponentsNothingIsChecked() throws IOException {
    assertThat(ImportTrial.at("192.0.2.10").read(importer(), sample("found")).observations())
        .noneMatch(Observation::seen);
  }
}
