package dev.plumbline.probes.passwordsamples;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much guessing the samples leave at most, in bits: alphabet and length, without positions that
 * are the same in all, and no more than the orders of characters that are the same in all. An upper
 * bound: what the generator hides does not show in a few samples.
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
    double bits = Math.min(free * Math.log(alphabet) / Math.log(2), orders(passwords));
    return Math.round(bits * 10) / 10.0;
  }

  /** The same characters in another order each time leave no more than the number of orders. */
  private static double orders(List<String> passwords) {
    List<String> sorted = passwords.stream().distinct().map(Entropy::sorted).toList();
    if (sorted.size() < ENOUGH_TO_SEE_A_FIXED_PART || sorted.stream().distinct().count() > 1) {
      return Double.POSITIVE_INFINITY;
    }
    double bits = 0;
    int before = 0;
    int same = 0;
    char last = 0;
    String all = sorted.getFirst();
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      same = c == last ? same + 1 : 1;
      before++;
      bits += Math.log((double) before / same) / Math.log(2);
      last = c;
    }
    return bits;
  }

  private static String sorted(String password) {
    char[] characters = password.replaceAll("[^A-Za-z0-9]", "").toCharArray();
    Arrays.sort(characters);
    return new String(characters);
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
