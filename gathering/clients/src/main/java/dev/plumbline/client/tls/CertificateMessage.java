package dev.plumbline.client.tls;

import java.util.ArrayList;
import java.util.List;

/** The certificate chain that a server sends, leaf first, as DER. */
public final class CertificateMessage {
  private static final int MAX_CERTIFICATES = 32;

  private CertificateMessage() {}

  /** Reads the body of the message. */
  public static List<byte[]> parse(byte[] body, ProtocolVersion version) throws TlsFormatException {
    ByteReader in = new ByteReader(body);
    boolean tls13 = version == ProtocolVersion.TLS13;
    if (tls13) {
      in.vector8();
    }
    ByteReader list = new ByteReader(in.vector24());
    List<byte[]> chain = new ArrayList<>();
    while (list.remaining() > 0) {
      chain.add(list.vector24());
      if (tls13) {
        list.vector16();
      }
      if (chain.size() > MAX_CERTIFICATES) {
        throw new TlsFormatException("more than " + MAX_CERTIFICATES + " certificates");
      }
    }
    return chain;
  }
}
