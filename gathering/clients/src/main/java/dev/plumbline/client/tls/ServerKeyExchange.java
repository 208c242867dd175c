package dev.plumbline.client.tls;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The ephemeral key of a server, SSL 3.0 to TLS 1.2.
 *
 * @param group number of the named curve
 * @param prime of a finite-field exchange
 * @param generator of a finite-field exchange
 * @param publicKey as sent
 * @param signature number of the signature algorithm, which only TLS 1.2 names
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
public record ServerKeyExchange(
    OptionalInt group,
    Optional<BigInteger> prime,
    Optional<BigInteger> generator,
    byte[] publicKey,
    OptionalInt signature) {
  private static final int NAMED_CURVE = 3;

  /** Bits of the finite field, if it is one. */
  public OptionalInt dhBits() {
    return prime.map(p -> OptionalInt.of(p.bitLength())).orElseGet(OptionalInt::empty);
  }

  /**
   * Reads the body, which cannot be read without knowing what was chosen; empty for key exchanges
   * that are not looked into (PSK, SRP, export RSA).
   */
  public static Optional<ServerKeyExchange> parse(
      byte[] body, CipherSuite suite, ProtocolVersion version) throws TlsFormatException {
    ByteReader in = new ByteReader(body);
    if (suite.name().contains("_PSK_WITH")) {
      in.vector16();
    }
    if (suite.isEphemeralEc()) {
      int kind = in.u8();
      if (kind != NAMED_CURVE) {
        throw new TlsFormatException("explicit curve parameters");
      }
      OptionalInt group = OptionalInt.of(in.u16());
      byte[] key = in.vector8();
      return Optional.of(
          new ServerKeyExchange(
              group, Optional.empty(), Optional.empty(), key, signature(in, suite, version)));
    }
    if (suite.isEphemeralDh()) {
      BigInteger prime = new BigInteger(1, in.vector16());
      BigInteger generator = new BigInteger(1, in.vector16());
      byte[] key = in.vector16();
      return Optional.of(
          new ServerKeyExchange(
              OptionalInt.empty(),
              Optional.of(prime),
              Optional.of(generator),
              key,
              signature(in, suite, version)));
    }
    return Optional.empty();
  }

  private static OptionalInt signature(ByteReader in, CipherSuite suite, ProtocolVersion version)
      throws TlsFormatException {
    return version == ProtocolVersion.TLS12 && suite.isSigned()
        ? OptionalInt.of(in.u16())
        : OptionalInt.empty();
  }
}
