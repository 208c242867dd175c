package dev.plumbline.judging.check;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.BoundedPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * The columns that a unit of a row is judged from, where the catalogue tells them: its texts name
 * columns of the pro forma in quotes, its rule names fields. The description of a row always
 * belongs to them, since it says what the row is about, and so do its typed fields: nothing tells
 * which column each of them says in other words.
 */
final class UnitColumns {
  private static final BoundedPattern QUOTED = BoundedPattern.compile("\"([^\"]{1,100})\"");
  private static final BoundedPattern WORD = BoundedPattern.compile("\\w+");

  /** A row as a whole, handed to a function: nobody knows what that reads. */
  private static final BoundedPattern WHOLE_ROW =
      BoundedPattern.compile("\\b(row|other)\\b(?!\\s*\\.)");

  private UnitColumns() {}

  /**
   * The keys of the columns; empty where the catalogue does not tell, so that the whole row counts.
   *
   * @param rule the expressions of the unit's rule
   * @param tables the tables that the unit is about
   */
  static Optional<Set<String>> of(
      Catalogue catalogue, TestUnit unit, String rule, List<String> tables) {
    Map<String, Set<String>> byName = new HashMap<>();
    Set<String> keys = new HashSet<>();
    Set<String> read = new HashSet<>(Set.of("description"));
    for (String id : tables) {
      IxitTable table = catalogue.table(id).orElseThrow();
      table.fields().forEach(f -> read.add(f.key()));
      for (IxitColumn column : columns(table)) {
        keys.add(column.key());
        byName
            .computeIfAbsent(column.name().toLowerCase(Locale.ROOT), n -> new HashSet<>())
            .add(column.key());
      }
    }
    if (!QUOTED.matcher(unit.check()).find() || WHOLE_ROW.matcher(rule).find()) {
      return Optional.empty();
    }
    Matcher quoted = QUOTED.matcher(unit.check() + "\n" + unit.selects());
    while (quoted.find()) {
      Optional<Set<String>> named =
          Optional.ofNullable(byName.get(quoted.group(1).toLowerCase(Locale.ROOT)));
      if (named.isEmpty()) {
        return Optional.empty();
      }
      read.addAll(named.get());
    }
    Matcher words = WORD.matcher(rule);
    while (words.find()) {
      if (keys.contains(words.group())) {
        read.add(words.group());
      }
    }
    return Optional.of(Set.copyOf(read));
  }

  private static List<IxitColumn> columns(IxitTable table) {
    return Stream.concat(table.columns().stream(), table.fields().stream()).toList();
  }
}
