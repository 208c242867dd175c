package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's first QUIC packets. Its key follows from what the packet shows (RFC 9001 section
 * 5.2, RFC 9369), so that everybody on the way can read it.
 */
final class QuicInitial {
  private static final int V1 = 1;
  private static final int V2 = 0x6B33_43CF;
  private static final byte[] SALT_1 =
      HexFormat.of().parseHex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");
  private static final byte[] SALT_2 =
      HexFormat.of().parseHex("0dede3def700a6db819381be6e269dcbf9bd2ed9");

  private QuicInitial() {}

  /** A long header with a fixed bit, a version, and identifiers of sane length. */
  static boolean begins(Slice b) {
    return b.length() >= 1_200
        && (b.u8(0) & 0xC0) == 0xC0
        && b.u32(1) != 0
        && b.u8(5) >= 8
        && b.u8(5) <= 20;
  }

  static String version(Slice b) {
    return switch ((int) b.u32(1)) {
      case V1 -> "1";
      case V2 -> "2";
      default -> "0x" + HexFormat.of().toHexDigits((int) b.u32(1));
    };
  }

  /** The frames of the packet; empty where it is another packet, or of another version. */
  static Optional<Slice> frames(Slice b) {
    int version = (int) b.u32(1);
    int kind = (b.u8(0) >>> 4) & 3;
    if (!(version == V1 && kind == 0) && !(version == V2 && kind == 1)) {
      return Optional.empty();
    }
    try {
      return clear(b, version == V2).map(Slice::of);
    } catch (GeneralSecurityException | CutException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> clear(Slice b, boolean second) throws GeneralSecurityException {
    byte[] id = b.part(6, b.u8(5)).bytes();
    int at = 6 + id.length;
    at += 1 + b.u8(at);
    long token = number(b, at);
    at += width(b, at);
    if (token > b.length()) {
      return Optional.empty();
    }
    at += (int) token;
    int length = (int) Math.min(number(b, at), b.length());
    at += width(b, at);
    byte[] secret = expand(hmac(second ? SALT_2 : SALT_1, id), "client in", 32);
    String prefix = second ? "quicv2 " : "quic ";
    byte[] mask = mask(expand(secret, prefix + "hp", 16), b.part(at + 4, 16));
    byte[] header = b.part(0, at + 4).bytes();
    header[0] ^= (byte) (mask[0] & 0x0F);
    int digits = (header[0] & 3) + 1;
    byte[] nonce = expand(secret, prefix + "iv", 12);
    for (int i = 0; i < digits; i++) {
      header[at + i] ^= mask[1 + i];
      nonce[12 - digits + i] ^= header[at + i];
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(expand(secret, prefix + "key", 16), "AES"),
        new GCMParameterSpec(128, nonce));
    cipher.updateAAD(header, 0, at + digits);
    return Optional.of(cipher.doFinal(b.part(at + digits, length - digits).bytes()));
  }

  static int width(Slice b, int at) {
    return 1 << (b.u8(at) >>> 6);
  }

  static long number(Slice b, int at) {
    return switch (width(b, at)) {
      case 1 -> b.u8(at) & 0x3F;
      case 2 -> b.u16(at) & 0x3FFF;
      case 4 -> b.u32(at) & 0x3FFF_FFFFL;
      default -> b.u64(at) & 0x3FFF_FFFF_FFFF_FFFFL;
    };
  }

  private static byte[] mask(byte[] key, Slice sample) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    return cipher.doFinal(sample.bytes());
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  /** HKDF-Expand-Label of TLS 1.3 with an empty context; one block is enough. */
  private static byte[] expand(byte[] secret, String label, int length)
      throws GeneralSecurityException {
    byte[] name = ("tls13 " + label).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] info = new byte[name.length + 5];
    info[1] = (byte) length;
    info[2] = (byte) name.length;
    System.arraycopy(name, 0, info, 3, name.length);
    info[info.length - 1] = 1;
    return java.util.Arrays.copyOf(hmac(secret, info), length);
  }
}
