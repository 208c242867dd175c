package dev.plumbline.importers.trivyjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrivyJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new TrivyJsonImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsPackagesVulnerabilitiesAndPlacesOfSecrets() throws IOException {
    assertThat(fact("found", "software.components").value().get("components"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name", "busybox",
                    "version", "1.36.1-r0",
                    "purl", "pkg:apk/alpine/busybox@1.36.1-r0?distro=3.18.2",
                    "type", "alpine")));
    Observation found = fact("found", "software.vulnerabilities");
    assertThat(found.value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2023-42363",
                    "component", "busybox",
                    "version", "1.36.1-r0",
                    "severity", "medium",
                    "fixed", List.of("1.36.1-r7", "1.36.2"),
                    "source", "Alpine Secdb",
                    "state", "fixed")));
    assertThat(found.coverage()).containsEntry("components", 1L);
    assertThat(fact("found", "firmware.secrets").value().get("found"))
        .isEqualTo(
            List.of(Map.of("kind", "aws-access-key-id", "place", "etc/app.conf", "line", 3L)));
  }

  @Test
  void noVulnerabilityIsNoAnswerBecauseTheScannersAreNotNamed() throws IOException {
    assertThat(fact("empty", "software.vulnerabilities").seen()).isFalse();
    assertThat(fact("nothing", "software.vulnerabilities").seen()).isFalse();
  }

  @Test
  void misconfigurationsAreFindings() throws IOException {
    Observation scan = fact("misconfigurations", "scan.findings");
    assertThat(scan.subject()).isEqualTo("DUT");
    assertThat(scan.value().get("findings"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "DS-0002",
                    "title", "Image user should not be 'root'",
                    "severity", "high",
                    "where", "Dockerfile:3",
                    "references", List.of("https://avd.aquasec.com/misconfig/ds002"))));
    assertThat(scan.coverage()).containsEntry("tests", 21L);
  }
}
