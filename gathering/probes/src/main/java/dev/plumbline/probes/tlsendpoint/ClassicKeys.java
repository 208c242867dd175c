package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Key derivation of TLS 1.0 to 1.2 (RFC 2246, 5; RFC 5246, 5). */
final class ClassicKeys {
  private final ProtocolVersion version;
  private final ClassicSuite suite;

  ClassicKeys(ProtocolVersion version, ClassicSuite suite) {
    this.version = version;
    this.suite = suite;
  }

  byte[] derive(byte[] secret, String label, byte[] seed, int length)
      throws GeneralSecurityException {
    byte[] labelled = join(label.getBytes(StandardCharsets.US_ASCII), seed);
    if (version == ProtocolVersion.TLS12) {
      return expand("Hmac" + suite.derivation(), secret, labelled, length);
    }
    int half = (secret.length + 1) / 2;
    byte[] md5 = expand("HmacMD5", Arrays.copyOf(secret, half), labelled, length);
    byte[] tail = Arrays.copyOfRange(secret, secret.length - half, secret.length);
    byte[] sha1 = expand("HmacSHA1", tail, labelled, length);
    for (int i = 0; i < length; i++) {
      md5[i] ^= sha1[i];
    }
    return md5;
  }

  /** Hash over all handshake messages so far. */
  byte[] transcript(byte[] messages) throws GeneralSecurityException {
    if (version == ProtocolVersion.TLS12) {
      String name = suite.derivation().replace("SHA", "SHA-");
      return MessageDigest.getInstance(name).digest(messages);
    }
    return join(
        MessageDigest.getInstance("MD5").digest(messages),
        MessageDigest.getInstance("SHA-1").digest(messages));
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] expand(String algorithm, byte[] secret, byte[] seed, int length)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    // An empty key is no key for Java, but a lawful secret for HMAC: zeros are the same.
    mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, algorithm));
    byte[] out = new byte[0];
    byte[] a = seed;
    while (out.length < length) {
      a = mac.doFinal(a);
      mac.update(a);
      out = join(out, mac.doFinal(seed));
    }
    return Arrays.copyOf(out, length);
  }
}
