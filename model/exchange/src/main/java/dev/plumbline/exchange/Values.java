package dev.plumbline.exchange;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.core.BoundedPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values of a dossier as text that people edit, and back. */
final class Values {
  static final String YES = "Yes";
  static final String NO = "No";

  private static final BoundedPattern WHOLE = BoundedPattern.compile("-?\\d{1,18}");
  private static final BoundedPattern BULLET =
      BoundedPattern.compile("^(?:[-*•‣·]|\\d{1,2}[.)])\\s+");
  private static final BoundedPattern UNTAME =
      BoundedPattern.compile(
          "[\\p{Cntrl}&&[^\\n\\t]]|[\\uD800-\\uDFFF\\uE000-\\uE07F\\uFFFE\\uFFFF]");

  private Values() {}

  /**
   * What was read.
   *
   * @param value {@code String}, {@code Boolean}, {@code Long} or a list of strings
   * @param doubt what is to be told about it; empty when it was plain
   */
  record Reading(Object value, Optional<String> doubt) {
    static Reading plain(Object value) {
      return new Reading(value, Optional.empty());
    }

    static Reading doubtful(Object value, String doubt) {
      return new Reading(value, Optional.of(doubt));
    }
  }

  /**
   * A value as text.
   *
   * @param value as {@code YamlNode.plain} gives it
   */
  static String text(Object value, Column column) {
    return switch (value) {
      case Boolean b when column.type() == ColumnType.BOOLEAN -> b ? YES : NO;
      case List<?> l -> tame(l.stream().map(String::valueOf).collect(Collectors.joining("\n")));
      default -> tame(String.valueOf(value));
    };
  }

  /**
   * A text as every format can carry it: no control characters, no blanks at the ends of lines, one
   * blank line at most, and none of the letters for private use that readers of ours work with.
   */
  static String tame(String text) {
    String clean = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    String whole = clean;
    if (UNTAME.matcher(clean).find()) {
      // Pairs of surrogates are letters; single ones are in no encoding.
      whole =
          clean
              .codePoints()
              .mapToObj(Character::toString)
              .map(c -> UNTAME.matcher(c).matches() ? "\uFFFD" : c)
              .collect(Collectors.joining());
    }
    return whole
        .lines()
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /**
   * A text as value. Where it cannot be read as the column asks, it stays as it is, and that is a
   * doubt.
   */
  static Reading read(String text, Column column, Vocabulary words) {
    return switch (column.type()) {
      case BOOLEAN -> flag(text, words);
      case NUMBER ->
          WHOLE.matcher(text).matches()
              ? Reading.plain(Long.parseLong(text))
              : Reading.doubtful(text, "This is no whole number; it is kept as it stands");
      case LIST, ENDPOINTS -> list(text, column);
      case ENUM -> choice(text, column);
      case ID, TEXT, DATE, URL ->
          column.choices().isEmpty() ? Reading.plain(text) : choice(text, column);
    };
  }

  private static Reading flag(String text, Vocabulary words) {
    Optional<Boolean> flag = words.yesNo(text);
    if (flag.isPresent()) {
      return Reading.plain(flag.get());
    }
    Optional<Vocabulary.Opening> opening = words.opening(text);
    return opening
        .map(
            o ->
                Reading.doubtful(
                    o.yes(),
                    "This is read as '"
                        + (o.yes() ? "yes" : "no")
                        + "'; the rest is not read: '"
                        + o.rest()
                        + "'"))
        .orElseGet(
            () -> Reading.doubtful(text, "This is neither yes nor no; it is kept as it stands"));
  }

  /** Items stand on lines of their own, else behind semicolons, else behind commas. */
  private static Reading list(String text, Column column) {
    String by = text.indexOf('\n') >= 0 ? "\n" : text.indexOf(';') >= 0 ? ";" : ",";
    List<String> items =
        Arrays.stream(text.split(by))
            .map(i -> BULLET.matcher(i.strip()).replaceFirst("").strip())
            .filter(i -> !i.isEmpty())
            .map(i -> known(i, column).orElse(i))
            .toList();
    Optional<String> other =
        column.open() || column.choices().isEmpty()
            ? Optional.empty()
            : items.stream().filter(i -> !column.choices().contains(i)).findFirst();
    return other
        .map(o -> Reading.doubtful(items, "'" + o + "' is none of the choices; it is kept"))
        .orElseGet(() -> Reading.plain(items));
  }

  private static Reading choice(String text, Column column) {
    Optional<String> known = known(text, column);
    return known.isPresent() || column.open()
        ? Reading.plain(known.orElse(text))
        : Reading.doubtful(text, "This is none of the choices; it is kept as it stands");
  }

  /** A choice in the words of the catalogue, where only case, blanks or hyphens differ. */
  private static Optional<String> known(String text, Column column) {
    if (column.choices().contains(text)) {
      return Optional.of(text);
    }
    String folded = Vocabulary.fold(text);
    List<String> same =
        column.choices().stream().filter(c -> Vocabulary.fold(c).equals(folded)).toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }
}
