package dev.plumbline.importers.sshauditjson;

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

/** ssh-audit itself, against OpenSSH. */
@Tag("peers")
class SshAuditPeerTest {
  private static final String ADDRESS = "127.77.60.3";

  @Test
  void readsWhatSshAuditWrites(@TempDir Path folder) throws IOException, InterruptedException {
    try (Tool.Server server = Tool.ssh(folder, ADDRESS, "Ciphers=aes128-ctr", "MACs=hmac-sha1")) {
      // ssh-audit tells by its exit code how bad the server is.
      Tool.run(
          folder,
          "ssh-audit",
          Set.of(0, 2, 3),
          "ssh-audit",
          "-j",
          "--skip-rate-test",
          "-t",
          "60",
          "-p",
          "" + server.port(),
          ADDRESS);
      ImportReport report = ImportTrial.at(ADDRESS).read(folder.resolve("ssh-audit.log"));
      assertThat(report.problems()).isEmpty();
      assertThat(report.observations())
          .filteredOn(o -> o.key().equals("ssh.algorithms"))
          .singleElement()
          .satisfies(
              o -> {
                assertThat(o.subject()).isEqualTo("tcp/" + ADDRESS + "/" + server.port());
                assertThat(o.texts("ciphers")).containsExactly("aes128-ctr");
                assertThat(o.texts("macs")).containsExactly("hmac-sha1");
              });
    }
  }
}
