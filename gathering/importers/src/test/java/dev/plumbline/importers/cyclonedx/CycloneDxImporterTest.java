package dev.plumbline.importers.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycloneDxImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new CycloneDxImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void readsTheComponentsOfAnNpmProject() throws IOException {
    Observation list = fact("found", "software.components");
    assertThat(list.value().get("components"))
        .asInstanceOf(LIST)
        .contains(
            Map.of(
                "name",
                "debug",
                "version",
                "4.3.4",
                "purl",
                "pkg:npm/debug@4.3.4",
                "type",
                "library"))
        .hasSize(3);
    assertThat(list.coverage())
        .containsEntry("target", "camera-web 2.1.7")
        .containsEntry("complete", true);
  }

  private List<Object> components(String sample) throws IOException {
    Object components = fact(sample, "software.components").value().get("components");
    return components instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  @Test
  void theXmlFormSaysTheSameAsTheJsonForm() throws IOException {
    assertThat(components("xml"))
        .containsExactlyInAnyOrderElementsOf(components("found"))
        .isNotEmpty();
  }

  @Test
  void vulnerabilitiesAreToldWithTheirComponentAndState() throws IOException {
    assertThat(fact("vulnerabilities", "software.vulnerabilities").value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2020-25649",
                    "component", "jackson-databind",
                    "version", "2.10.0",
                    "severity", "high",
                    "source", "NVD",
                    "state", "not_affected")));
    assertThat(fact("vulnerabilities", "vex.statements").value().get("statements"))
        .isEqualTo(
            List.of(
                Map.of(
                    "vulnerability", "CVE-2020-25649",
                    "products", List.of("jackson-databind"),
                    "status", "not_affected",
                    "justification", "code_not_reachable",
                    "detail", "The parser is not used.",
                    "date", "2026-01-02T03:04:05Z")));
  }

  @Test
  void aListWithoutVulnerabilitiesDoesNotSayThatThereAreNone() throws IOException {
    assertThat(trial().read(sample("found")).observations())
        .noneMatch(o -> o.key().equals("software.vulnerabilities"));
  }

  @Test
  void vulnerabilitiesInsideAComponentAreOfThatComponent() throws IOException {
    assertThat(fact("nested", "software.vulnerabilities").value().get("known"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "CVE-2018-7489",
                    "component", "jackson-databind",
                    "version", "2.9.4",
                    "severity", "critical",
                    "source", "NVD")));
  }

  @Test
  void anAnalysisWithoutAStateIsALostStatement(@TempDir Path folder) throws IOException {
    String json = Files.readString(sample("vulnerabilities"));
    Path file = folder.resolve("bom.json");
    Files.writeString(file, json.replace("\"state\"", "\"stat\""));
    ImportReport report = trial().read(file);
    assertThat(report.observations())
        .filteredOn(o -> o.key().equals("vex.statements"))
        .singleElement()
        .satisfies(o -> assertThat(o.coverage()).containsEntry("complete", false));
    assertThat(report.counted())
        .filteredOn(c -> c.what().equals("statements"))
        .allMatch(c -> c.held() == 1 && c.kept() == 0)
        .hasSize(1);
  }
}
