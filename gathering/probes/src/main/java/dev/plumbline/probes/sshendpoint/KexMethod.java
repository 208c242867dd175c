package dev.plumbline.probes.sshendpoint;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.kex.DHGroupData;

/**
 * A key exchange that can be computed.
 *
 * @param hash of the exchange, as Java names it
 * @param curve number of the curve in the registry of TLS; 0 for a finite field
 * @param prime of a fixed finite field; empty where the server chooses it
 */
record KexMethod(String name, String hash, int curve, Optional<BigInteger> prime) {
  /** Those with curves first: they cost the device least. */
  static final List<KexMethod> ALL =
      List.of(
          curve("curve25519-sha256", "SHA-256", 0x001D),
          curve("curve25519-sha256@libssh.org", "SHA-256", 0x001D),
          curve("ecdh-sha2-nistp256", "SHA-256", 0x0017),
          curve("ecdh-sha2-nistp384", "SHA-384", 0x0018),
          curve("ecdh-sha2-nistp521", "SHA-512", 0x0019),
          curve("curve448-sha512", "SHA-512", 0x001E),
          field("diffie-hellman-group14-sha256", "SHA-256", DHGroupData.getP14()),
          field("diffie-hellman-group14-sha1", "SHA-1", DHGroupData.getP14()),
          field("diffie-hellman-group15-sha512", "SHA-512", DHGroupData.getP15()),
          field("diffie-hellman-group16-sha512", "SHA-512", DHGroupData.getP16()),
          field("diffie-hellman-group17-sha512", "SHA-512", DHGroupData.getP17()),
          field("diffie-hellman-group18-sha512", "SHA-512", DHGroupData.getP18()),
          field("diffie-hellman-group1-sha1", "SHA-1", DHGroupData.getP1()),
          new KexMethod("diffie-hellman-group-exchange-sha256", "SHA-256", 0, Optional.empty()),
          new KexMethod("diffie-hellman-group-exchange-sha1", "SHA-1", 0, Optional.empty()));

  private static KexMethod curve(String name, String hash, int curve) {
    return new KexMethod(name, hash, curve, Optional.empty());
  }

  private static KexMethod field(String name, String hash, byte[] prime) {
    return new KexMethod(name, hash, 0, Optional.of(new BigInteger(1, prime)));
  }

  /** The first of ours that the server has. */
  static Optional<KexMethod> shared(List<String> offered) {
    return ALL.stream().filter(m -> offered.contains(m.name())).findFirst();
  }
}
