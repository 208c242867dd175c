package dev.plumbline.client.standin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.tls.ProtocolVersion;

/** What a caller meets. Each differs from the trusted one in a single fault. */
public enum ServerVariant {
  /** A faultless certificate of the authority that the unit trusts. */
  TRUSTED,
  EXPIRED,
  NOT_YET_VALID,
  /** Made out to another host. */
  WRONG_NAME,
  /** For clients alone. */
  WRONG_USE,
  SELF_SIGNED,
  /** Issued by an authority that nobody knows. */
  UNKNOWN_ROOT,
  /** RSA with 1024 bits. */
  WEAK_KEY,
  /** Signed with SHA-1. */
  WEAK_SIGNATURE,
  /** Withdrawn, as its own authority says in the status that the server hands out with it. */
  REVOKED,
  /** The trusted certificate, by a server that knows TLS 1.1 alone. */
  TLS_1_1,
  /** The trusted certificate, by a server that knows TLS 1.0 alone. */
  TLS_1_0,
  /** The trusted certificate, by a server that knows DTLS 1.0 alone. */
  DTLS_1_0;

  /** Faces whose fault a device can only be blamed for when it trusts the authority. */
  boolean needsTrust() {
    return this != SELF_SIGNED && this != UNKNOWN_ROOT;
  }

  /**
   * Whether it is wrong of a device to accept it, whatever was promised for it. That a certificate
   * was withdrawn is told to those alone who ask, and asking is a matter of what was promised.
   */
  public boolean isWrongByItself() {
    return this != TRUSTED && this != REVOKED;
  }

  /** The one version that its server knows; empty for all that we know. */
  public Optional<ProtocolVersion> only() {
    return switch (this) {
      case TLS_1_1 -> Optional.of(ProtocolVersion.TLSv11);
      case TLS_1_0 -> Optional.of(ProtocolVersion.TLSv10);
      case DTLS_1_0 -> Optional.of(ProtocolVersion.DTLSv10);
      default -> Optional.empty();
    };
  }

  /** Whether it can be shown over that transport. */
  boolean fits(boolean dtls) {
    return only().filter(v -> v.isDTLS() != dtls).isEmpty();
  }

  /** Whether a device may decline it in its ClientHello, before any certificate is shown. */
  boolean canBeDeclined() {
    return this == WEAK_KEY || this == WEAK_SIGNATURE || only().isPresent();
  }

  /** Such as {@code wrong-name} and {@code tls-1.0}. */
  public String text() {
    return only().isPresent()
        ? name().toLowerCase(Locale.ROOT).replaceFirst("_", "-").replace('_', '.')
        : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<ServerVariant> all() {
    return List.of(values());
  }
}
