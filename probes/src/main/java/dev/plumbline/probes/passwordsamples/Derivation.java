package dev.plumbline.probes.passwordsamples;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a password is made from a value that others can read, such as a MAC address: contains a
 * good part of it, forwards or backwards, or is the beginning of a hash over it.
 */
final class Derivation {
  private static final int LONG_PART = 6;
  private static final int SHORT_PART = 4;
  private static final int HASH_PART = 6;

  private Derivation() {}

  static boolean isMadeFrom(String password, String source) {
    String bare = bare(source);
    String lower = bare(password);
    if (bare.length() < SHORT_PART || lower.isEmpty()) {
      return false;
    }
    String reversed = new StringBuilder(bare).reverse().toString();
    // Six characters in common are no chance; four are none when they are half of the password or
    // more, and the end of an address is what makers use.
    int needed = lower.length() <= 2 * SHORT_PART ? SHORT_PART : LONG_PART;
    return shares(lower, bare, needed)
        || shares(lower, reversed, needed)
        || isHash(password, source, bare);
  }

  private static boolean shares(String password, String source, int needed) {
    for (int i = 0; i + needed <= source.length(); i++) {
      if (password.contains(source.substring(i, i + needed))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHash(String password, String source, String bare) {
    if (password.length() < HASH_PART) {
      return false;
    }
    Set<String> inputs = new LinkedHashSet<>();
    for (String form : List.of(source, bare)) {
      inputs.add(form);
      inputs.add(form.toLowerCase(Locale.ROOT));
      inputs.add(form.toUpperCase(Locale.ROOT));
    }
    for (String input : inputs) {
      for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
        byte[] hash = hash(algorithm, input);
        String hex = HexFormat.of().formatHex(hash);
        String base64 = Base64.getEncoder().encodeToString(hash);
        String lower = password.toLowerCase(Locale.ROOT);
        if (hex.startsWith(lower) || hex.endsWith(lower) || base64.startsWith(password)) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] hash(String algorithm, String input) {
    try {
      return MessageDigest.getInstance(algorithm).digest(input.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
