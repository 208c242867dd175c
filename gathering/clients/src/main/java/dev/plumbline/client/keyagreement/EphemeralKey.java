package dev.plumbline.client.keyagreement;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** A key of ours in one of the groups that Java knows. */
public final class EphemeralKey {
  private final Kind kind;
  private final KeyPair pair;

  private EphemeralKey(Kind kind, KeyPair pair) {
    this.kind = kind;
    this.pair = pair;
  }

  /**
   * Number, name, length of a coordinate, and what stands before the key in its X.509 form; the
   * last is empty for the curves of Weierstrass.
   */
  private enum Kind {
    X25519(0x001D, "X25519", 32, "302a300506032b656e032100"),
    SECP256(0x0017, "secp256r1", 32, ""),
    SECP384(0x0018, "secp384r1", 48, ""),
    SECP521(0x0019, "secp521r1", 66, ""),
    X448(0x001E, "X448", 56, "3042300506032b656f033900");

    private final int group;
    private final String curve;
    private final int bytes;
    private final String prefix;

    Kind(int group, String curve, int bytes, String prefix) {
      this.group = group;
      this.curve = curve;
      this.bytes = bytes;
      this.prefix = prefix;
    }

    boolean montgomery() {
      return !prefix.isEmpty();
    }
  }

  /**
   * A fresh key; empty if the group is none that can be computed.
   *
   * @param group number in the registry of TLS
   */
  public static Optional<EphemeralKey> in(int group) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.group == group)
        .findFirst()
        .map(kind -> new EphemeralKey(kind, generate(kind)));
  }

  /** Number of the group in the registry of TLS. */
  public int group() {
    return kind.group;
  }

  /** The public key as it is sent. */
  public byte[] share() {
    if (kind.montgomery()) {
      byte[] encoded = pair.getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - kind.bytes, encoded.length);
    }
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] share = new byte[1 + 2 * kind.bytes];
    share[0] = 4;
    put(point.getAffineX(), share, 1);
    put(point.getAffineY(), share, 1 + kind.bytes);
    return share;
  }

  /**
   * The secret that both sides know.
   *
   * @throws InvalidKeyException if the peer's key is none
   */
  public byte[] agree(byte[] peer) throws InvalidKeyException {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance(kind.montgomery() ? kind.curve : "ECDH");
      agreement.init(pair.getPrivate());
      agreement.doPhase(publicKey(peer), true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new InvalidKeyException("sends a public key that is none: " + e.getMessage(), e);
    }
  }

  private PublicKey publicKey(byte[] peer) throws GeneralSecurityException {
    if (kind.montgomery()) {
      byte[] prefix = HexFormat.of().parseHex(kind.prefix);
      byte[] encoded = Arrays.copyOf(prefix, prefix.length + peer.length);
      System.arraycopy(peer, 0, encoded, prefix.length, peer.length);
      return KeyFactory.getInstance(kind.curve).generatePublic(new X509EncodedKeySpec(encoded));
    }
    if (peer.length != 1 + 2 * kind.bytes || peer[0] != 4) {
      throw new InvalidKeyException("a point that is none");
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(kind.curve));
    ECPoint point =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(peer, 1, 1 + kind.bytes)),
            new BigInteger(1, Arrays.copyOfRange(peer, 1 + kind.bytes, peer.length)));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private void put(BigInteger value, byte[] into, int at) {
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, kind.bytes);
    System.arraycopy(bytes, bytes.length - length, into, at + kind.bytes - length, length);
  }

  private static KeyPair generate(Kind kind) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(kind.montgomery() ? kind.curve : "EC");
      if (!kind.montgomery()) {
        generator.initialize(new ECGenParameterSpec(kind.curve));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without " + kind.curve, e);
    }
  }
}
