package dev.plumbline.probes.publicpages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPartTest {
  private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (bits > 0) {
      generator.initialize(bits);
    }
    return generator.generateKeyPair();
  }

  static String pem(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  @ParameterizedTest
  @CsvSource({"RSA, 1024", "EC, 256", "EC, 384", "Ed25519, 0"})
  void itIsTheKeyThatACertificateShows(String algorithm, int bits) throws GeneralSecurityException {
    KeyPair pair = pair(algorithm, bits);
    assertThat(PublicPart.of(pem("PRIVATE KEY", pair.getPrivate().getEncoded())))
        .contains(Digest.of(pair.getPublic().getEncoded()));
  }

  @Test
  void aKeyInTheFormOfSec1IsRead() throws GeneralSecurityException, IOException {
    KeyPair pair = pair("EC", 256);
    byte[] sec1 =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
                256, ((ECPrivateKey) pair.getPrivate()).getS(), SECObjectIdentifiers.secp256r1)
            .getEncoded();
    assertThat(PublicPart.of(pem("EC PRIVATE KEY", sec1)))
        .contains(Digest.of(pair.getPublic().getEncoded()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no key",
        "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nAAAAAAAAAAAAAAAAAAAA\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n"
      })
  void whatIsNoKeyHasNone(String text) {
    assertThat(PublicPart.of(text)).isEmpty();
  }
}
