package dev.plumbline.probes.passwordsamples;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** What makers do with a public value: a hash, and then an encoding of what came out. */
final class Encodings {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int WORD = 4;

  /** Alphabets into which bytes are taken one by one, by the rest of a division. */
  private static final List<String> ALPHABETS =
      List.of(
          "0123456789",
          "abcdefghijklmnopqrstuvwxyz",
          "0123456789abcdefghijklmnopqrstuvwxyz",
          "abcdefghijklmnopqrstuvwxyz0123456789",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
          "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

  private static final Map<String, UnaryOperator<byte[]>> HASHES = hashes();

  private Encodings() {}

  /**
   * A text that follows from a public value.
   *
   * @param how the way, the same for every unit
   * @param alphabet number of different characters that it can have
   */
  record Derived(String how, String text, int alphabet) {}

  /** What can be made of an input, the value itself without any hash among it. */
  static void of(String name, byte[] input, List<Derived> all) {
    encoded(name, input, all);
    HASHES.forEach(
        (hash, function) -> encoded(hash + " of it " + name, function.apply(input), all));
  }

  private static void encoded(String how, byte[] bytes, List<Derived> all) {
    String hex = HexFormat.of().formatHex(bytes);
    all.add(new Derived(how + " in hexadecimal", hex, 16));
    all.add(
        new Derived(
            how + " in Base64", Base64.getEncoder().withoutPadding().encodeToString(bytes), 64));
    all.add(new Derived(how + " in Base32", base32(bytes), 32));
    decimal(how, bytes, all);
    for (int i = 0; i < ALPHABETS.size(); i++) {
      String alphabet = ALPHABETS.get(i);
      StringBuilder text = new StringBuilder();
      for (byte b : bytes) {
        text.append(alphabet.charAt((b & 0xff) % alphabet.length()));
      }
      all.add(new Derived(how + " in alphabet " + i, text.toString(), alphabet.length()));
    }
  }

  private static void decimal(String how, byte[] bytes, List<Derived> all) {
    BigInteger whole = new BigInteger(1, bytes);
    all.add(new Derived(how + " in decimal", whole.toString(), 10));
    all.add(new Derived(how + " in base 36", whole.toString(36), 36));
    for (int size : List.of(WORD, 2 * WORD)) {
      if (bytes.length > size) {
        BigInteger head = new BigInteger(1, Arrays.copyOf(bytes, size));
        BigInteger tail =
            new BigInteger(1, Arrays.copyOfRange(bytes, bytes.length - size, bytes.length));
        all.add(new Derived(how + ", first " + size + " bytes in decimal", head.toString(), 10));
        all.add(new Derived(how + ", last " + size + " bytes in decimal", tail.toString(), 10));
      }
    }
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : bytes) {
      held = (held << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        text.append(BASE32.charAt((held >> (bits - 5)) & 31));
        bits -= 5;
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE32.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }

  private static Map<String, UnaryOperator<byte[]>> hashes() {
    Map<String, UnaryOperator<byte[]>> hashes = new LinkedHashMap<>();
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
      hashes.put(algorithm, bytes -> digest(algorithm, bytes));
      hashes.put(
          algorithm + " of the " + algorithm + " in hexadecimal",
          bytes ->
              digest(
                  algorithm,
                  HexFormat.of()
                      .formatHex(digest(algorithm, bytes))
                      .toLowerCase(Locale.ROOT)
                      .getBytes(StandardCharsets.US_ASCII)));
    }
    hashes.put(
        "CRC-32",
        bytes -> {
          CRC32 crc = new CRC32();
          crc.update(bytes);
          return ByteBuffer.allocate(WORD).putInt((int) crc.getValue()).array();
        });
    return hashes;
  }

  private static byte[] digest(String algorithm, byte[] input) {
    try {
      return MessageDigest.getInstance(algorithm).digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
