package dev.plumbline.importers.genericcsv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Surroundings;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericCsvImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new GenericCsvImporter();
  }

  private static final String MAPPING =
      """
      tool: Example lister 1
      target: rootfs
      key: software.components
      separator: ";"
      host: Host
      fields:
        name: Package
        version: Installed
      """;

  @Override
  protected ImportTrial trial() {
    return super.trial().beside(mapped(MAPPING));
  }

  private static Surroundings mapped(String mapping) {
    return new Surroundings(
        List.of(),
        Map.of(
            "found", mapping,
            "nothing", mapping,
            "broken", mapping,
            "json", mapping.replace("separator: \";\"", "format: json")));
  }

  @Test
  void columnsBecomeFieldsAndOtherHostsAreLeftOut() throws IOException {
    Observation list = fact("found", "software.components");
    assertThat(list.value().get("components"))
        .isEqualTo(
            List.of(
                Map.of("name", "busybox", "version", "1.37.0"),
                Map.of("name", "drop\"bear; small", "version", "2025.88")));
    assertThat(list.coverage()).containsEntry("target", "rootfs");
  }

  @Test
  void readsJsonRecordsWhenItIsNamed() throws IOException {
    assertThat(fact("json", "software.components").value().get("components"))
        .isEqualTo(List.of(Map.of("name", "busybox", "version", "1.37.0")));
  }

  @Test
  void withoutARightMappingNothingIsRead() throws IOException {
    assertThat(ImportTrial.at("192.0.2.10").read(importer(), sample("found")).read()).isFalse();
    for (String wrong :
        List.of(
            MAPPING.replace("software.components", "login.default-password"),
            MAPPING.replace("version: Installed", "password: Installed"),
            MAPPING.replace("name: Package", "name: Paket"),
            MAPPING.replace("target: rootfs", ""))) {
      assertThat(super.trial().beside(mapped(wrong)).read(importer(), sample("found")).read())
          .isFalse();
    }
  }
}
