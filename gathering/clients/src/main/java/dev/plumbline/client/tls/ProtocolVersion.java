package dev.plumbline.client.tls;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Versions of the protocol, oldest first. */
public enum ProtocolVersion {
  SSL2("SSLv2", 0x0002),
  SSL3("SSLv3", 0x0300),
  TLS10("TLSv1.0", 0x0301),
  TLS11("TLSv1.1", 0x0302),
  TLS12("TLSv1.2", 0x0303),
  TLS13("TLSv1.3", 0x0304);

  /** SSL 3.0 to TLS 1.2: one handshake, with small differences. */
  public static final List<ProtocolVersion> CLASSIC = List.of(SSL3, TLS10, TLS11, TLS12);

  private final String label;
  private final int code;

  ProtocolVersion(String label, int code) {
    this.label = label;
    this.code = code;
  }

  /** The name that observations use. */
  public String label() {
    return label;
  }

  public int code() {
    return code;
  }

  public boolean isBefore(ProtocolVersion other) {
    return compareTo(other) < 0;
  }

  public static Optional<ProtocolVersion> ofCode(int code) {
    return Arrays.stream(values()).filter(v -> v.code == code).findFirst();
  }

  @Override
  public String toString() {
    return label;
  }
}
