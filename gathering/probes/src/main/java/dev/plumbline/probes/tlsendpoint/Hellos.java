package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.ProtocolVersion;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hellos as a common client sends them, from which every question starts. */
final class Hellos {
  /** A number that no registry gave away; who agrees to it agrees to anything. */
  static final int NO_SUITE = 0x7F1B;

  private static final int X25519 = 0x001D;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Hellos() {}

  /** Offers one version and those suites, with every group and signature algorithm there is. */
  static ClientHello offering(ProtocolVersion version, List<Integer> suites) {
    // Any 32 bytes are a public key of X25519; without the private one the answer is still told.
    return version == ProtocolVersion.TLS13
        ? tls13(suites, Codes.keyShare(X25519, random(32)))
        : classic(version, suites);
  }

  /** SSL 3.0 to TLS 1.2. */
  private static ClientHello classic(ProtocolVersion version, List<Integer> suites) {
    Map<Integer, byte[]> extensions = new LinkedHashMap<>();
    List<Integer> offered = new ArrayList<>(suites);
    if (version == ProtocolVersion.SSL3) {
      offered.add(ClientHello.RENEGOTIATION_SCSV);
    } else {
      extensions.put(ClientHello.EXT_RENEGOTIATION, Codes.renegotiation(new byte[0]));
      // Some servers refuse clients without it (RFC 7627).
      extensions.put(ClientHello.EXT_EXTENDED_SECRET, new byte[0]);
      extensions.put(ClientHello.EXT_GROUPS, Codes.list(CodeBook.groups(version)));
      extensions.put(ClientHello.EXT_POINT_FORMATS, Codes.pointFormats());
      if (version == ProtocolVersion.TLS12) {
        extensions.put(ClientHello.EXT_SIGNATURES, Codes.list(CodeBook.signatures(version)));
      }
    }
    return new ClientHello(version, random(32), new byte[0], offered, List.of(0), extensions);
  }

  /** TLS 1.3 with that key share. */
  static ClientHello tls13(List<Integer> suites, byte[] keyShare) {
    ProtocolVersion version = ProtocolVersion.TLS13;
    Map<Integer, byte[]> extensions = new LinkedHashMap<>();
    extensions.put(ClientHello.EXT_GROUPS, Codes.list(CodeBook.groups(version)));
    extensions.put(ClientHello.EXT_SIGNATURES, Codes.list(CodeBook.signatures(version)));
    extensions.put(ClientHello.EXT_VERSIONS, Codes.onlyVersion(version));
    extensions.put(ClientHello.EXT_KEY_SHARE, keyShare);
    return new ClientHello(version, random(32), random(32), suites, List.of(0), extensions);
  }

  /** A challenge, a random or a session id. */
  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static List<Integer> codes(List<CipherSuite> suites) {
    return suites.stream().map(CipherSuite::code).toList();
  }
}
