package dev.plumbline.firmware.find;

import java.util.Optional;

/** Texts of an image as facts hold them: short, and without anything that a terminal acts on. */
final class Printable {
  private static final int LONGEST = 1_500;

  private Printable() {}

  static String text(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
  }

  /** The text, unless it is empty. */
  static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text(text));
  }

  /** The number, unless it is zero, which stands for none. */
  static Optional<Long> some(long number) {
    return number == 0 ? Optional.empty() : Optional.of(number);
  }
}
