package dev.plumbline.app.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which passwords an account may have: long ones that are not put together from what everybody
 * tries first. No kinds of characters are asked for (NIST SP 800-63B-4, 3.1.1.2).
 */
final class PasswordRule {
  static final int SHORTEST = 15;
  static final int LONGEST = 200;

  /** What has to be left beside known words, counted in different characters. */
  private static final int FEWEST_OTHERS = 6;

  /** Shorter parts of names stand in any word. */
  private static final int SHORTEST_NAME = 3;

  /** Characters that follow each other, such as {@code 4567} or {@code dcba}, count as known. */
  private static final int ROW = 4;

  private static final List<String> COMMON = common();

  private PasswordRule() {}

  /**
   * Why a password is refused; empty where it may be taken.
   *
   * @param known names of the account and the person
   */
  static Optional<String> fault(String password, List<String> known) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(
          "The password has " + length + " characters; it needs at least " + SHORTEST + ".");
    }
    if (length > LONGEST) {
      return Optional.of("The password is longer than " + LONGEST + " characters.");
    }
    if (password.codePoints().anyMatch(Character::isISOControl)) {
      return Optional.of("The password holds a character that cannot be typed.");
    }
    if (others(password.toLowerCase(Locale.ROOT), known) < FEWEST_OTHERS) {
      return Optional.of(
          "The password is put together from names, rows and passwords that everybody tries"
              + " first.");
    }
    return Optional.empty();
  }

  /** How many different characters are left beside what is known. */
  private static long others(String password, List<String> known) {
    String left = password;
    List<String> words = new ArrayList<>(COMMON);
    for (String name : known) {
      words.addAll(
          Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
              .filter(w -> w.length() >= SHORTEST_NAME)
              .toList());
    }
    words.sort(Comparator.comparingInt(String::length).reversed());
    for (String word : words) {
      left = left.replace(word, " ");
    }
    return withoutRows(left).chars().filter(c -> c != ' ').distinct().count();
  }

  private static String withoutRows(String text) {
    StringBuilder left = new StringBuilder();
    int start = 0;
    while (start < text.length()) {
      int end = start + 1;
      int step = end < text.length() ? text.charAt(end) - text.charAt(start) : 0;
      while (Math.abs(step) <= 1
          && end < text.length()
          && text.charAt(end) - text.charAt(end - 1) == step) {
        end++;
      }
      boolean row = end - start >= ROW;
      left.append(row ? " " : text.substring(start, start + 1));
      start = row ? end : start + 1;
    }
    return left.toString();
  }

  private static List<String> common() {
    try (InputStream in = PasswordRule.class.getResourceAsStream("common.txt")) {
      if (in == null) {
        throw new IllegalStateException("common.txt is missing from the program");
      }
      return Stream.concat(
              new String(in.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .map(String::strip)
                  .filter(l -> !l.isEmpty() && !l.startsWith("#")),
              Stream.of("plumbline"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
