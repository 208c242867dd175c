package dev.plumbline.importers.shared.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a file tells, as facts hold it: short, and absent where the file tells nothing. */
public final class Texts {
  /** Longest text of an entry, in characters. */
  private static final int LONGEST = 500;

  private static final int MOST_TEXTS = 50;

  private Texts() {}

  /** The text, cut where it is long. */
  public static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** The text, cut where it is long, unless it is blank. */
  public static Optional<String> some(String text) {
    return Optional.of(cut(text)).filter(t -> !t.isBlank());
  }

  /** The first {@value #MOST_TEXTS} texts, unless there is none. */
  public static Optional<List<String>> some(List<String> texts) {
    return Optional.of(cut(texts)).filter(t -> !t.isEmpty());
  }

  /** The first {@value #MOST_TEXTS} texts. */
  public static List<String> cut(List<String> texts) {
    return texts.stream().limit(MOST_TEXTS).map(Texts::cut).toList();
  }

  /** The number, where there is one. */
  public static Optional<Long> some(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }
}
