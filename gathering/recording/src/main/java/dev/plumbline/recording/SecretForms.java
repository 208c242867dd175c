package dev.plumbline.recording;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The forms in which protocols and files carry a secret, a character for each byte. Escapes are not
 * among them: {@link Escapes} takes those out of the text. Nor are digests: a digest of a secret is
 * stored as it came, and so is a secret that was turned round or spread on purpose.
 */
final class SecretForms {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SHORTEST_BASE64 = 5;
  private static final int SHORTEST_BASE32 = 6;
  private static final int SHORTEST_TWICE = 8;

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  /** What stands between the bytes of a hexadecimal form. */
  private static final List<String> BETWEEN =
      List.of("", ":", "-", " ", ", ", ",0x", ", 0x", " 0x");

  private SecretForms() {}

  static Collection<String> of(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret);
    // Beyond ASCII a letter in another case has other bytes.
    for (String cased :
        List.of(secret, secret.toUpperCase(Locale.ROOT), secret.toLowerCase(Locale.ROOT))) {
      for (Charset charset : CHARSETS) {
        forms.add(new String(cased.getBytes(charset), StandardCharsets.ISO_8859_1));
      }
    }
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    // A plus is a blank in forms alone, so that it is no escape.
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(latin(secret.replace(" ", "+")));
    for (String between : BETWEEN) {
      forms.add(HexFormat.ofDelimiter(between).formatHex(utf8));
    }
    forms.add(base32(utf8));
    for (String once : base64(utf8)) {
      forms.add(once);
      if (once.length() >= SHORTEST_TWICE) {
        forms.addAll(base64(once.getBytes(StandardCharsets.US_ASCII)));
      }
    }
    return forms;
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /**
   * What of the secret's Base64 does not depend on what stands before or after it, for each of the
   * three places that it can have in a group: {@code user:secret} is so found whoever the user is.
   */
  private static List<String> base64(byte[] secret) {
    List<String> texts = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] padded = new byte[before + secret.length];
      System.arraycopy(secret, 0, padded, before, secret.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
      int from = before == 0 ? 0 : before + 1;
      int to = padded.length * 8 / 6;
      if (to - from >= SHORTEST_BASE64) {
        String inner = text.substring(from, to);
        texts.add(inner);
        texts.add(inner.replace('+', '-').replace('/', '_'));
      }
    }
    return texts;
  }

  /** The whole groups of five bits of a secret that stands alone; empty when they are too few. */
  private static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : secret) {
      held = held << 8 | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(held >> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    return text.length() >= SHORTEST_BASE32 ? text.toString() : "";
  }
}
