package dev.plumbline.exchange.layout;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.core.BoundedPattern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Values of a dossier as text that people edit, and back. */
public final class Values {
  /** How true is written. */
  public static final String YES = "Yes";

  /** How false is written. */
  public static final String NO = "No";

  private static final BoundedPattern WHOLE = BoundedPattern.compile("-?\\d{1,18}");
  private static final BoundedPattern CLAUSE = BoundedPattern.compile("\\s*[(.:;,\\n\u2013\u2014]");
  private static final BoundedPattern UNTAME =
      BoundedPattern.compile(
          "[\\p{Cntrl}&&[^\\n\\t]]|[\\uD800-\\uDFFF\\uE000-\\uE07F\\uFFFE\\uFFFF]");

  private Values() {}

  /**
   * What was read.
   *
   * @param value {@code String}, {@code Boolean}, {@code Long} or a list of strings; empty when the
   *     text says nothing that the column can hold
   * @param beside whether the text says more than the value, so that it is kept as a remark
   * @param doubt what is to be told about it; empty when it was plain
   */
  public record Reading(Optional<Object> value, boolean beside, Optional<String> doubt) {
    static Reading plain(Object value) {
      return new Reading(Optional.of(value), false, Optional.empty());
    }

    static Reading doubtful(Object value, String doubt) {
      return new Reading(Optional.of(value), false, Optional.of(doubt));
    }

    static Reading beside(Object value) {
      return new Reading(Optional.of(value), true, Optional.empty());
    }

    static Reading remark(String doubt) {
      return new Reading(Optional.empty(), true, Optional.of(doubt));
    }
  }

  /**
   * A value as text.
   *
   * @param value as {@code YamlNode.plain} gives it
   */
  public static String text(Object value, Column column) {
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
  public static String tame(String text) {
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
   *
   * @param ids rows that a text can refer to
   */
  public static Reading read(String text, Column column, Vocabulary words, Ids ids) {
    return switch (column.type()) {
      case BOOLEAN -> flag(text, words);
      case NUMBER ->
          WHOLE.matcher(text).matches()
              ? Reading.plain(Long.parseLong(text))
              : Reading.doubtful(text, "this is no whole number; it is kept as it stands");
      case LIST, ENDPOINTS -> new Lists(column, words, ids).read(text);
      case ENUM -> choice(text, column, words);
      case ID, TEXT, DATE, URL ->
          column.choices().isEmpty() || column.open()
              ? Reading.plain(known(text, column).orElse(text))
              : choice(text, column, words);
    };
  }

  private static Reading flag(String text, Vocabulary words) {
    Optional<Vocabulary.Opening> opening = words.opening(text);
    Optional<Boolean> flag =
        opening.flatMap(
            o ->
                switch (o.word()) {
                  case YES -> Optional.of(true);
                  case NO -> Optional.of(false);
                  case NOT_APPLICABLE, NOTHING -> Optional.empty();
                });
    if (flag.isEmpty()) {
      return Reading.doubtful(text, "this is neither yes nor no; it is kept as it stands");
    }
    String rest = opening.orElseThrow().rest();
    if (words.isHedged(rest)) {
      return Reading.remark("the words behind it take a part of it back, so that it is no answer");
    }
    return rest.isEmpty() ? Reading.plain(flag.get()) : Reading.beside(flag.get());
  }

  private static Reading choice(String text, Column column, Vocabulary words) {
    Optional<String> known = known(text, column);
    if (known.isPresent()) {
      return Reading.plain(known.get());
    }
    Optional<String> first = firstClause(text, column);
    if (first.isPresent() && !words.isHedged(text)) {
      return Reading.beside(first.get());
    }
    return column.open()
        ? Reading.plain(text)
        : Reading.doubtful(text, "this is none of the choices; it is kept as it stands");
  }

  /** The choice that stands before the first mark of punctuation. */
  static Optional<String> firstClause(String text, Column column) {
    Matcher end = CLAUSE.matcher(text);
    return end.find() ? known(text.substring(0, end.start()), column) : Optional.empty();
  }

  /** A choice in the words of the catalogue, where only case, blanks or hyphens differ. */
  static Optional<String> known(String text, Column column) {
    if (column.choices().contains(text)) {
      return Optional.of(text);
    }
    String folded = Vocabulary.fold(text);
    List<String> same =
        column.choices().stream().filter(c -> Vocabulary.fold(c).equals(folded)).toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }
}
