package dev.plumbline.exchange.layout;

import dev.plumbline.core.BoundedPattern;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The rows that a text can refer to.
 *
 * @param tables ids of rows by id of their table
 */
public record Ids(Map<String, Set<String>> tables) {
  /** No rows. */
  public static final Ids NONE = new Ids(Map.of());

  private static final BoundedPattern TOKEN =
      BoundedPattern.compile("[^\\s,;()\\[\\]`'\"<>|\u201c\u201d\u2018\u2019]{1,200}");
  private static final BoundedPattern TAIL = BoundedPattern.compile("[.:!?*_]+$");

  public Ids {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    tables.forEach((table, ids) -> copy.put(table, Set.copyOf(ids)));
    tables = Map.copyOf(copy);
  }

  /** Whether any row of one of the tables is known. */
  boolean knows(List<String> of) {
    return of.stream().anyMatch(t -> !tables.getOrDefault(t, Set.of()).isEmpty());
  }

  /** The rows of some tables that a text names, each once, in its order. */
  List<String> in(String text, List<String> of) {
    Set<String> found = new LinkedHashSet<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String word = TAIL.matcher(token.group()).replaceFirst("");
      named(word, of)
          .or(() -> named(word.substring(word.indexOf('/') + 1), of))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** Whether a word is a row, and of other tables only. */
  boolean isOfOther(String word, List<String> of) {
    String bare = TAIL.matcher(word).replaceFirst("");
    return named(bare, of).isEmpty() && named(bare, List.copyOf(tables.keySet())).isPresent();
  }

  /** The row that a word is, as its table writes it. */
  private Optional<String> named(String word, List<String> of) {
    for (String table : of) {
      Set<String> ids = tables.getOrDefault(table, Set.of());
      if (ids.contains(word)) {
        return Optional.of(word);
      }
    }
    String folded = word.toLowerCase(Locale.ROOT);
    return of.stream()
        .flatMap(t -> tables.getOrDefault(t, Set.of()).stream())
        .filter(i -> i.toLowerCase(Locale.ROOT).equals(folded))
        .findFirst();
  }

  /** Words that look like the id of a row of a table, and are none: {@code SoftServ-Lost}. */
  public Set<String> strangers(String text) {
    Set<String> strangers = new LinkedHashSet<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String word = TAIL.matcher(token.group()).replaceFirst("");
      int hyphen = word.indexOf('-');
      if (hyphen <= 0 || hyphen == word.length() - 1 || word.contains("/") || word.contains("*")) {
        continue;
      }
      String stem = word.substring(0, hyphen);
      Optional<String> table =
          tables.keySet().stream().filter(t -> t.endsWith("-" + stem)).findFirst();
      boolean unknown =
          table.filter(t -> knows(List.of(t)) && named(word, List.of(t)).isEmpty()).isPresent();
      if (unknown) {
        strangers.add(word);
      }
    }
    return strangers;
  }
}
