package dev.plumbline.importers.nmapxml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
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

/**
 * Nmap itself, against a server of OpenSSL. The server speaks with one client at a time, and the
 * scripts of Nmap wait only some seconds: on a busy machine a script may say nothing.
 */
@Tag("peers")
class NmapPeerTest {
  private static final String ADDRESS = "127.77.60.1";

  @Test
  void readsWhatNmapWrites(@TempDir Path folder) throws IOException, InterruptedException {
    try (Tool.Server server = Tool.tls(folder, ADDRESS, "-tls1_2")) {
      Tool.run(
          folder,
          "nmap",
          Set.of(0),
          "nmap",
          "-n",
          "-Pn",
          "-sT",
          "-p",
          "1-100," + server.port(),
          "--script",
          "ssl-enum-ciphers,ssl-cert",
          "-oX",
          "nmap.xml",
          ADDRESS);
      ImportReport report = ImportTrial.at(ADDRESS).read(folder.resolve("nmap.xml"));
      assertThat(report.problems()).noneMatch(p -> p.severity() == Severity.ERROR);
      Observation ports = one(report, "tcp.open-ports");
      assertThat(ports.texts("open")).containsExactly("" + server.port());
      assertThat(ports.coverage()).containsEntry("tried", 101L).containsEntry("refused", 100L);
      String written = Files.readString(folder.resolve("nmap.xml"));
      if (written.contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")) {
        assertThat(one(report, "tls.versions").texts("accepted")).containsExactly("TLSv1.2");
        assertThat(one(report, "tls.suites").texts("accepted"))
            .contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
      } else {
        assertThat(report.observations())
            .filteredOn(o -> o.key().equals("tls.suites"))
            .noneMatch(Observation::seen);
      }
      if (written.contains("<script id=\"ssl-cert\"")) {
        assertThat(one(report, "tls.certificate").text("subject")).isEqualTo("CN=camera.example");
      }
    }
  }

  private static Observation one(ImportReport report, String key) {
    return report.observations().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + ": " + report));
  }
}
