package dev.plumbline.engine.rules;

import dev.plumbline.catalogue.CryptoPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Names of cryptography in prose. */
final class PolicyWords {
  /** What separates words; hyphens, dots and underscores belong to names. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}._-]+");

  private static final Pattern TRAILING = Pattern.compile("[._-]+$");

  private PolicyWords() {}

  /**
   * Whether a text names cryptography that the policy does not accept on that day, in one word or
   * in two that stand together ({@code TLS 1.0}, {@code AES-128 ECB}). It does not see what the
   * text says of the name: "MD5 is not used" names it, too.
   */
  static boolean namesRefused(CryptoPolicy policy, LocalDate day, String text) {
    List<String> words =
        BETWEEN
            .splitAsStream(text)
            .map(w -> TRAILING.matcher(w).replaceFirst(""))
            .filter(w -> !w.isEmpty())
            .toList();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (refused(policy, day, word)) {
        return true;
      }
      if (i + 1 < words.size()
          && (refused(policy, day, word + words.get(i + 1))
              || refused(policy, day, word + "v" + words.get(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean refused(CryptoPolicy policy, LocalDate day, String name) {
    return policy.entry(name).filter(e -> !e.isAcceptedOn(day)).isPresent();
  }
}
