package dev.plumbline.importers.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.plumbline.importers.kit.Tool;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Python library of CycloneDX itself writes, in both forms. */
@Tag("peers")
class CyclonedxPeerTest {
  private static final String MAKE =
      """
      from cyclonedx.model.bom import Bom
      from cyclonedx.model.component import Component, ComponentType
      from cyclonedx.output import make_outputter
      from cyclonedx.schema import OutputFormat, SchemaVersion
      from packageurl import PackageURL

      busybox = PackageURL("deb", "debian", "busybox", "1.36.1")
      bom = Bom()
      bom.components.add(Component(name="busybox", version="1.36.1", purl=busybox))
      for form, ending in ((OutputFormat.JSON, "json"), (OutputFormat.XML, "xml")):
          make_outputter(bom, form, SchemaVersion.V1_6).output_to_file("bom." + ending)
      """;

  @Test
  void readsWhatTheLibraryOfCyclonedxWrites(@TempDir Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("make.py"), MAKE);
    Tool.run(folder, "python3-cyclonedx-lib", Set.of(0), "/usr/bin/python3", "make.py");
    for (String file : new String[] {"bom.json", "bom.xml"}) {
      ImportReport report = ImportTrial.at("192.0.2.10").read(folder.resolve(file));
      assertThat(report.importer()).as(file).isEqualTo("cyclonedx");
      assertThat(report.observations())
          .filteredOn(o -> o.key().equals("software.components"))
          .singleElement()
          .satisfies(
              o ->
                  assertThat(o.value().get("components"))
                      .asInstanceOf(LIST)
                      .singleElement()
                      .asString()
                      .contains("busybox", "1.36.1", "pkg:deb/debian/busybox@1.36.1"));
    }
  }
}
