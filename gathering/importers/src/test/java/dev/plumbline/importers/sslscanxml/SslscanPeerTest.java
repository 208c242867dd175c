package dev.plumbline.importers.sslscanxml;

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

/** sslscan itself, against a server of OpenSSL. */
@Tag("peers")
class SslscanPeerTest {
  private static final String ADDRESS = "127.77.60.2";

  @Test
  void readsWhatSslscanWrites(@TempDir Path folder) throws IOException, InterruptedException {
    try (Tool.Server server = Tool.tls(folder, ADDRESS, "-tls1_2", "-cipher", "AES128-SHA")) {
      Tool.run(
          folder,
          "sslscan",
          Set.of(0),
          "sslscan",
          "--show-certificate",
          "--timeout=60",
          "--xml=sslscan.xml",
          ADDRESS + ":" + server.port());
      ImportReport report = ImportTrial.at(ADDRESS).read(folder.resolve("sslscan.xml"));
      assertThat(report.observations())
          .filteredOn(o -> o.key().equals("tls.suites"))
          .singleElement()
          .satisfies(
              o -> assertThat(o.texts("accepted")).containsExactly("TLS_RSA_WITH_AES_128_CBC_SHA"));
      assertThat(report.observations())
          .filteredOn(o -> o.key().equals("tls.certificate"))
          .singleElement()
          .satisfies(o -> assertThat(o.text("subject")).isEqualTo("CN=camera.example"));
    }
  }
}
