package dev.plumbline.importers.testssljson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.importers.kit.Tool;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** testssl.sh itself, against a server of OpenSSL. */
@Tag("peers")
class TestsslPeerTest {
  private static final String ADDRESS = "127.77.60.3";

  @Test
  void readsWhatTestsslWrites(@TempDir Path folder) throws IOException, InterruptedException {
    try (Tool.Server server = Tool.tls(folder, ADDRESS, "-tls1_2")) {
      Tool.run(
          folder,
          "testssl.sh",
          Set.of(0),
          "testssl",
          "--protocols",
          "--quiet",
          "--color=0",
          "--warnings=off",
          "--nodns=none",
          "--jsonfile-pretty",
          "testssl.json",
          ADDRESS + ":" + server.port());
      ImportReport report = ImportTrial.at(ADDRESS).read(folder.resolve("testssl.json"));
      assertThat(report.importer()).isEqualTo("testssl-json");
      assertThat(report.run().version()).startsWith("3.");
      assertThat(report.observations())
          .filteredOn(o -> o.key().equals("tls.versions"))
          .singleElement()
          .satisfies(
              o -> {
                assertThat(o.subject()).isEqualTo("tcp/" + ADDRESS + "/" + server.port());
                assertThat(o.texts("accepted")).containsExactly("TLSv1.2");
              });
    }
  }
}
