package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.core.BoundedPattern;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What has to be computed for a suite of TLS 1.0 to 1.2.
 *
 * @param key how the key is exchanged
 * @param bulk how records are protected
 * @param keyBytes length of the cipher's key
 * @param mac name of the hash in the HMAC of a record; for AEAD, of the key derivation in TLS 1.2
 */
record ClassicSuite(Key key, Bulk bulk, int keyBytes, String mac) {
  enum Key {
    RSA,
    DHE,
    ECDHE
  }

  enum Bulk {
    GCM("AES", 4, 0),
    CHACHA("ChaCha20", 12, 0),
    AES_CBC("AES", 16, 16),
    TRIPLE_DES_CBC("DESede", 8, 8),
    RC4("ARCFOUR", 0, 0);

    private final String algorithm;
    private final int ivBytes;
    private final int blockBytes;

    Bulk(String algorithm, int ivBytes, int blockBytes) {
      this.algorithm = algorithm;
      this.ivBytes = ivBytes;
      this.blockBytes = blockBytes;
    }

    String algorithm() {
      return algorithm;
    }

    int ivBytes() {
      return ivBytes;
    }

    int blockBytes() {
      return blockBytes;
    }

    boolean aead() {
      return this == GCM || this == CHACHA;
    }
  }

  private static final BoundedPattern FORM =
      BoundedPattern.compile(
          "TLS_(RSA|DHE_RSA|DHE_DSS|ECDHE_RSA|ECDHE_ECDSA)_WITH_"
              + "(AES_128_GCM|AES_256_GCM|CHACHA20_POLY1305|AES_128_CBC|AES_256_CBC|3DES_EDE_CBC"
              + "|RC4_128)_(MD5|SHA|SHA256|SHA384)");

  /** Empty where it is none that can be computed. */
  static Optional<ClassicSuite> of(CipherSuite suite) {
    Matcher m = FORM.matcher(suite.name());
    if (!m.matches()) {
      return Optional.empty();
    }
    Key key = m.group(1).equals("RSA") ? Key.RSA : Key.valueOf(m.group(1).replaceAll("_.*", ""));
    Bulk bulk =
        switch (m.group(2)) {
          case "AES_128_GCM", "AES_256_GCM" -> Bulk.GCM;
          case "CHACHA20_POLY1305" -> Bulk.CHACHA;
          case "3DES_EDE_CBC" -> Bulk.TRIPLE_DES_CBC;
          case "RC4_128" -> Bulk.RC4;
          default -> Bulk.AES_CBC;
        };
    int bytes =
        switch (m.group(2)) {
          case "AES_256_GCM", "AES_256_CBC", "CHACHA20_POLY1305" -> 32;
          case "3DES_EDE_CBC" -> 24;
          default -> 16;
        };
    String mac = m.group(3).equals("SHA") ? "SHA1" : m.group(3);
    return Optional.of(new ClassicSuite(key, bulk, bytes, mac));
  }

  /** Length of a record's MAC. */
  int macBytes() {
    if (bulk.aead()) {
      return 0;
    }
    return switch (mac) {
      case "MD5" -> 16;
      case "SHA256" -> 32;
      case "SHA384" -> 48;
      default -> 20;
    };
  }

  /** Hash of the key derivation in TLS 1.2. */
  String derivation() {
    return mac.equals("SHA384") ? "SHA384" : "SHA256";
  }
}
