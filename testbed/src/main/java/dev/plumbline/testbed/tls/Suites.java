package dev.plumbline.testbed.tls;

import java.util.List;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;

/** Names of TLS versions, suites, groups and signature algorithms as numbers. */
public final class Suites {
  private Suites() {}

  /** The numbers of suites that the key can serve, in the order given. */
  static int[] numbers(List<String> names, boolean rsa) {
    return names.stream().filter(name -> fits(name, rsa)).mapToInt(Suites::number).toArray();
  }

  private static boolean fits(String name, boolean rsa) {
    if (name.contains("_anon_") || !name.contains("_WITH_")) {
      return true;
    }
    return name.contains("_ECDSA_") != rsa;
  }

  private static int number(String name) {
    return ((Number) constant(CipherSuite.class, name)).intValue();
  }

  /** The numbers of suites, in the order given. */
  public static int[] all(List<String> names) {
    return names.stream().mapToInt(Suites::number).toArray();
  }

  /** The number of a group, such as {@code x25519}. */
  public static int group(String name) {
    return ((Number) constant(NamedGroup.class, name)).intValue();
  }

  /** A signature algorithm of TLS 1.3, such as {@code ecdsa_secp256r1_sha256}. */
  public static SignatureAndHashAlgorithm signature(String name) {
    return SignatureScheme.getSignatureAndHashAlgorithm(
        ((Number) constant(SignatureScheme.class, name)).intValue());
  }

  private static Object constant(Class<?> names, String name) {
    try {
      return names.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no such " + names.getSimpleName() + ": " + name, e);
    }
  }

  public static ProtocolVersion[] versions(List<String> names) {
    return names.stream().map(Suites::version).toArray(ProtocolVersion[]::new);
  }

  private static ProtocolVersion version(String name) {
    return switch (name) {
      case "TLSv1.0" -> ProtocolVersion.TLSv10;
      case "TLSv1.1" -> ProtocolVersion.TLSv11;
      case "TLSv1.2" -> ProtocolVersion.TLSv12;
      case "TLSv1.3" -> ProtocolVersion.TLSv13;
      case "DTLSv1.0" -> ProtocolVersion.DTLSv10;
      case "DTLSv1.2" -> ProtocolVersion.DTLSv12;
      default -> throw new IllegalArgumentException("no such version: " + name);
    };
  }
}
