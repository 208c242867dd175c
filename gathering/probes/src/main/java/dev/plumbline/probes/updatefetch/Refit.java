package dev.plumbline.probes.updatefetch;

import dev.plumbline.core.BoundedPattern;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the text that was published with one image fit another, as somebody would who can change
 * both: wherever the size or a digest of the first stands, it puts that of the second. A signature
 * stays as it was, and no longer fits.
 */
final class Refit {
  private static final List<String> DIGESTS =
      List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

  private Refit() {}

  static String of(String text, byte[] from, byte[] to) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String algorithm : DIGESTS) {
      byte[] old = digest(algorithm, from);
      byte[] now = digest(algorithm, to);
      words.put(HexFormat.of().formatHex(old), HexFormat.of().formatHex(now));
      words.put(
          HexFormat.of().withUpperCase().formatHex(old),
          HexFormat.of().withUpperCase().formatHex(now));
      words.put(Base64.getEncoder().encodeToString(old), Base64.getEncoder().encodeToString(now));
      words.put(
          Base64.getUrlEncoder().withoutPadding().encodeToString(old),
          Base64.getUrlEncoder().withoutPadding().encodeToString(now));
    }
    String fitted = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      fitted = fitted.replace(word.getKey(), word.getValue());
    }
    return BoundedPattern.compile("(?<![\\w.])" + from.length + "(?![\\w.])")
        .matcher(fitted)
        .replaceAll(Integer.toString(to.length));
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows " + algorithm, e);
    }
  }
}
