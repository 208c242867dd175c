package dev.plumbline.exchange.layout;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.exchange.layout.Values.Reading;
import dev.plumbline.exchange.layout.Vocabulary.Opening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a text as the items of a list: it is taken apart only where every part is an item. */
public record Lists(Column column, Vocabulary words, Ids ids) {
  private static final BoundedPattern BULLET =
      BoundedPattern.compile("^(?:[-*\u2022\u2023\u00b7]|\\d{1,2}[.)])\\s+");
  private static final BoundedPattern NAME = BoundedPattern.compile("[^\\s,;()]{1,80}");
  private static final BoundedPattern SENTENCE = BoundedPattern.compile("[.?!](?:\\s|$)");
  private static final BoundedPattern GOES_ON =
      BoundedPattern.compile(
          "(?i)^(?:and|or|but|not|no|nor|which|that|when|if|as|since|because|so|with|without|und"
              + "|oder|aber|wenn|weil|et|ou|mais|y|o|pero|e|ma)\\b.*");
  private static final BoundedPattern JOINED =
      BoundedPattern.compile(
          "\\s*[,;]\\s*(?:and\\s+|und\\s+|et\\s+|y\\s+)?|\\s+(?:and|und|et|y|&)\\s+");
  private static final BoundedPattern CLAUSE = BoundedPattern.compile("[.(:;\\n\u2013\u2014]");
  private static final int WORDS_OF_AN_ITEM = 4;

  Reading read(String text) {
    if (!column.refs().isEmpty()) {
      return references(text);
    }
    return column.choices().isEmpty() ? items(text) : choices(text);
  }

  private Reading references(String text) {
    Optional<Opening> opening = words.opening(text);
    if (opening.isPresent() && nothing(opening.get())) {
      return Reading.beside(List.of());
    }
    List<String> plain = parts(text);
    if (plain.stream().allMatch(p -> isChoice(p) || (isName(p) && !ids.isOfOther(p, refs())))) {
      return Reading.plain(plain.stream().map(this::referred).toList());
    }
    List<String> found = new ArrayList<>(chosen(text));
    found.addAll(ids.in(text, refs()));
    return found.isEmpty()
        ? Reading.remark("it names no row of " + String.join(" or ", refs()))
        : Reading.beside(List.copyOf(found));
  }

  private List<String> refs() {
    return column.refs();
  }

  private String referred(String part) {
    List<String> rows = part.contains("/") ? List.of() : ids.in(part, refs());
    return isChoice(part) || rows.isEmpty() ? known(part) : rows.getFirst();
  }

  private static boolean nothing(Opening opening) {
    return switch (opening.word()) {
      case NOT_APPLICABLE, NOTHING, NO -> true;
      case YES -> false;
    };
  }

  /** Choices that a column of references has beside them, such as "physical", at the beginning. */
  private List<String> chosen(String text) {
    if (column.choices().isEmpty()) {
      return List.of();
    }
    return Values.firstClause(text, column).stream().toList();
  }

  private Reading choices(String text) {
    List<String> plain =
        Arrays.stream(JOINED.split(text.replace("\n", "; ")))
            .map(Lists::bare)
            .filter(p -> !p.isEmpty())
            .toList();
    if (!plain.isEmpty() && plain.stream().allMatch(this::isChoice)) {
      return Reading.plain(plain.stream().map(this::known).distinct().toList());
    }
    String clause = CLAUSE.split(text, 2)[0];
    List<String> first = Arrays.stream(JOINED.split(clause)).map(Lists::bare).toList();
    if (clause.length() < text.length()
        && first.stream().allMatch(this::isChoice)
        && !words.isHedged(text)) {
      return Reading.beside(first.stream().map(this::known).distinct().toList());
    }
    Reading split = items(text);
    return column.open()
        ? split
        : Reading.doubtful(split.value().orElse(text), "not all of it are choices; it is kept");
  }

  private Reading items(String text) {
    return Reading.plain(parts(text).stream().map(this::known).toList());
  }

  /** Lines, else what stands between semicolons or commas, if each is an item; else the whole. */
  private List<String> parts(String text) {
    List<String> lines = lines(text);
    if (lines.size() > 1) {
      return lines;
    }
    for (String mark : List.of(";", ",")) {
      List<String> parts =
          Arrays.stream(text.split(mark)).map(Lists::bare).filter(p -> !p.isEmpty()).toList();
      if (parts.size() > 1 && parts.stream().allMatch(this::isItem) && !isSentence(text)) {
        return parts;
      }
    }
    return lines;
  }

  private static List<String> lines(String text) {
    return text.lines().map(Lists::bare).filter(l -> !l.isEmpty()).toList();
  }

  private static String bare(String item) {
    return BULLET.matcher(item.strip()).replaceFirst("").strip();
  }

  private static boolean isSentence(String text) {
    return SENTENCE.matcher(text).find();
  }

  private boolean isItem(String part) {
    boolean brief = part.split("\\s+").length <= WORDS_OF_AN_ITEM;
    return isChoice(part) || (brief && !GOES_ON.matcher(part).matches() && !part.contains("("));
  }

  private boolean isName(String part) {
    return NAME.matcher(part).matches();
  }

  private boolean isChoice(String part) {
    return Values.known(part, column).isPresent();
  }

  private String known(String part) {
    return Values.known(part, column).orElse(part);
  }
}
