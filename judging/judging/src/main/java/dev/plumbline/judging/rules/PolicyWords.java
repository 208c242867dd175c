package dev.plumbline.judging.rules;

import dev.plumbline.catalogue.Words;
import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.BoundedPattern;
import java.time.LocalDate;
import java.util.List;

/** Names of cryptography in prose. */
final class PolicyWords {
  /** What separates words; hyphens, dots and underscores belong to names. */
  private static final BoundedPattern BETWEEN = BoundedPattern.compile("[^\\p{L}\\p{N}._-]+");

  /** What ends a clause; a dot within a version does not. */
  private static final BoundedPattern CLAUSES =
      BoundedPattern.compile("[,;:()\\n。、，；：（）]+|\\.(?=\\s|$)");

  private static final Words WORDS = Words.load();

  private static final BoundedPattern TRAILING = BoundedPattern.compile("[._-]+$");

  private PolicyWords() {}

  /**
   * Whether a text names cryptography that the policy does not accept on that day, in one word or
   * in two that stand together ({@code TLS 1.0}, {@code AES-128 ECB}). A clause that denies, or
   * says that something is turned away, names nothing: {@code no MD5}, {@code TLS 1.0 is refused}.
   */
  static boolean namesRefused(CryptoPolicy policy, LocalDate day, String text) {
    return CLAUSES.splitAsStream(text).anyMatch(c -> clauseNamesRefused(policy, day, c));
  }

  private static boolean clauseNamesRefused(CryptoPolicy policy, LocalDate day, String clause) {
    if (WORDS.speaksOf(Topic.NEGATIONS, clause) || WORDS.speaksOf(Topic.REFUSALS, clause)) {
      return false;
    }
    List<String> words =
        BETWEEN
            .splitAsStream(clause)
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
    return isName(name) && policy.entry(name).filter(e -> !e.isAcceptedOn(day)).isPresent();
  }

  /** A word of letters alone is a name when it is written as one: {@code WEP}, not {@code open}. */
  private static boolean isName(String word) {
    return !word.chars().allMatch(Character::isLetter)
        || word.chars().skip(1).anyMatch(Character::isUpperCase);
  }
}
