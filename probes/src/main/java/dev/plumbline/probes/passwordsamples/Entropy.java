package dev.plumbline.probes.passwordsamples;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much guessing the samples leave at most, in bits: alphabet and length, without positions that
 * are the same in all. An upper bound: what the generator hides does not show in a few samples.
 */
final class Entropy {
  private static final int ENOUGH_TO_SEE_A_FIXED_PART = 3;

  private Entropy() {}

  static double bits(List<String> passwords) {
    int shortest = passwords.stream().mapToInt(String::length).min().orElse(0);
    int alphabet = alphabet(String.join("", passwords));
    if (shortest == 0 || alphabet < 2) {
      return 0;
    }
    long free = shortest;
    if (passwords.stream().distinct().count() >= ENOUGH_TO_SEE_A_FIXED_PART) {
      free = IntStream.range(0, shortest).filter(i -> varies(passwords, i)).count();
    } else if (passwords.size() > 1 && passwords.stream().distinct().count() == 1) {
      free = 0;
    }
    double bits = free * Math.log(alphabet) / Math.log(2);
    return Math.round(bits * 10) / 10.0;
  }

  private static boolean varies(List<String> passwords, int position) {
    return passwords.stream().map(p -> p.charAt(position)).distinct().count() > 1;
  }

  /** The smallest usual alphabet that holds all characters. */
  private static int alphabet(String all) {
    boolean digits = all.chars().anyMatch(Character::isDigit);
    boolean hexOnly = all.matches("[0-9a-f]*") || all.matches("[0-9A-F]*");
    boolean lower = all.chars().anyMatch(Character::isLowerCase);
    boolean upper = all.chars().anyMatch(Character::isUpperCase);
    boolean marks = !all.matches("[0-9A-Za-z]*");
    if (hexOnly && digits && (lower || upper)) {
      return 16;
    }
    return (digits ? 10 : 0) + (lower ? 26 : 0) + (upper ? 26 : 0) + (marks ? 32 : 0);
  }
}
