package dev.plumbline.importers.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importers.RealTool;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool of Debian that writes SARIF. */
@Tag("peers")
class FlawfinderPeerTest {
  @Test
  void readsWhatFlawfinderWrites(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("login.c");
    Files.writeString(source, "int main(void) {\n  char name[8];\n  gets(name);\n}\n");
    Path report =
        RealTool.run(
            folder.resolve("flawfinder.sarif"),
            "flawfinder",
            "flawfinder",
            "--sarif",
            source.toString());
    ImportReport read = ImportTrial.at("192.0.2.10").read(report);
    assertThat(read.importer()).isEqualTo("sarif");
    assertThat(read.observations())
        .filteredOn(o -> o.key().equals("scan.findings"))
        .singleElement()
        .satisfies(
            o ->
                assertThat(String.valueOf(o.value().get("findings")))
                    .contains("FF1014", "login.c"));
  }
}
