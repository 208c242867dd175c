package dev.plumbline.probes.passwordsamples;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Passwords that are a number times a constant, written in letters and digits without those that
 * people mix up. What is too large starts again from zero, so that no order is seen by eye.
 */
final class Alphabets {
  private static final String MIXED_UP = "01ilou";
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final List<String> ALL = all();
  private static final int ENOUGH_UNITS = 3;
  private static final double ENOUGH_BITS = 44;

  private Alphabets() {}

  /**
   * Whether the passwords lie as far apart as the values do, times one constant.
   *
   * @param passwords letters in lower case and digits
   * @param values a number of each unit, in the order of the passwords
   */
  static boolean inEqualSteps(List<String> passwords, List<BigInteger> values) {
    int length = passwords.getFirst().length();
    boolean even = length > 0 && passwords.stream().allMatch(p -> p.length() == length);
    if (!even
        || values.stream().distinct().count() < ENOUGH_UNITS
        || passwords.stream().distinct().count() < ENOUGH_UNITS) {
      return false;
    }
    String used = String.join("", passwords);
    return ALL.stream()
        .filter(alphabet -> used.chars().allMatch(c -> alphabet.indexOf(c) >= 0))
        .filter(alphabet -> length * Math.log(alphabet.length()) / Math.log(2) >= ENOUGH_BITS)
        .anyMatch(alphabet -> fits(alphabet, passwords, values));
  }

  private static boolean fits(String alphabet, List<String> passwords, List<BigInteger> values) {
    BigInteger end = BigInteger.valueOf(alphabet.length()).pow(passwords.getFirst().length());
    List<BigInteger> numbers = passwords.stream().map(p -> number(alphabet, p)).toList();
    int other = 1;
    while (values.get(other).equals(values.getFirst())) {
      other++;
    }
    BigInteger step = numbers.get(other).subtract(numbers.getFirst());
    BigInteger apart = values.get(other).subtract(values.getFirst());
    for (int i = 1; i < numbers.size(); i++) {
      BigInteger mine = numbers.get(i).subtract(numbers.getFirst()).multiply(apart);
      BigInteger theirs = values.get(i).subtract(values.getFirst()).multiply(step);
      if (mine.subtract(theirs).mod(end).signum() != 0) {
        return false;
      }
    }
    return true;
  }

  private static BigInteger number(String alphabet, String text) {
    BigInteger base = BigInteger.valueOf(alphabet.length());
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      number = number.multiply(base).add(BigInteger.valueOf(alphabet.indexOf(text.charAt(i))));
    }
    return number;
  }

  /** Digits first or letters first, each without any of those that are mixed up. */
  private static List<String> all() {
    List<String> all = new ArrayList<>();
    for (int left = 0; left < 1 << MIXED_UP.length(); left++) {
      StringBuilder out = new StringBuilder("[");
      for (int i = 0; i < MIXED_UP.length(); i++) {
        out.append((left >> i & 1) == 1 ? MIXED_UP.substring(i, i + 1) : "");
      }
      String none = out.length() == 1 ? "[^a-z0-9]" : out.append(']').toString();
      all.add((DIGITS + LETTERS).replaceAll(none, ""));
      all.add((LETTERS + DIGITS).replaceAll(none, ""));
    }
    all.add(LETTERS);
    all.add(LETTERS + "234567");
    return all;
  }
}
