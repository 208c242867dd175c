package dev.plumbline.client.tls;

import java.util.Set;

/** Reads the parts of protected messages that matter. */
public final class Extensions {
  private Extensions() {}

  /** Numbers of the extensions in TLS 1.3's EncryptedExtensions. */
  public static Set<Integer> numbers(byte[] body) throws TlsFormatException {
    return ServerHello.extensions(new ByteReader(new ByteReader(body).vector16())).keySet();
  }

  /** The code that a message starts with, as CertificateVerify does. */
  public static int firstCode(byte[] body) throws TlsFormatException {
    return new ByteReader(body).u16();
  }
}
