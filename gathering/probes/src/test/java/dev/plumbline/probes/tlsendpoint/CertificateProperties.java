package dev.plumbline.probes.tlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.tls.CertificateFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever a server calls a certificate: it is read, or it is said to be broken. */
@Tag("peers")
class CertificateProperties {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static byte @Nullable [] der;

  @BeforeContainer
  static void makeCertificate() throws Exception {
    Path directory = Files.createTempDirectory("certificate");
    TestKeys.selfSigned(
        directory, "sound", "rsa:2048", "-days", "90", "-addext", "subjectAltName=DNS:a.example");
    String pem = Files.readString(directory.resolve("sound.pem"));
    der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  @Property
  void arbitraryBytes(@ForAll @Size(max = 300) byte[] bytes) {
    holds(bytes);
  }

  @Property
  void aCertificateWithAByteChanged(
      @ForAll @IntRange(max = 4000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] sound = der;
    if (sound == null) {
      throw new AssertionError("no certificate");
    }
    byte[] changed = sound.clone();
    changed[at % changed.length] ^= (byte) change;
    holds(changed);
  }

  private static void holds(byte[] bytes) {
    try {
      assertThat(CertificateFacts.parse(List.of(bytes)).fact(NOW, "127.0.0.1").sha256())
          .hasSize(64);
    } catch (CertificateException e) {
      assertThat(e).isNotNull();
    }
  }
}
