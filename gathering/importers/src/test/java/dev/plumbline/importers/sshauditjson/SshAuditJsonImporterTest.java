package dev.plumbline.importers.sshauditjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SshAuditJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new SshAuditJsonImporter();
  }

  @Test
  void algorithmsAndKeysAreThoseOfTheProbe() throws IOException {
    Observation ssh = fact("found", "ssh.algorithms");
    assertThat(ssh.subject()).isEqualTo("tcp/192.0.2.10/22");
    assertThat(ssh.texts("kex")).contains("curve25519-sha256").doesNotContain("ext-info-s");
    assertThat(ssh.texts("extensions")).contains("ext-info-s", "kex-strict-s-v00@openssh.com");
    assertThat(ssh.texts("macs")).contains("hmac-sha1");
    assertThat(ssh.texts("hostKey")).containsExactly("ssh-ed25519", "rsa-sha2-512", "rsa-sha2-256");
    assertThat(ssh.flag("ssh1")).contains(false);
    assertThat(String.valueOf(fact("found", "ssh.host-keys").value().get("keys")))
        .contains("type=ssh-ed25519", "bits=256", "type=ssh-rsa", "bits=2048");
  }

  @Test
  void aServerThatHangsUpHasNoAnswer() throws IOException {
    assertThat(fact("nothing", "ssh.algorithms").seen()).isFalse();
  }
}
