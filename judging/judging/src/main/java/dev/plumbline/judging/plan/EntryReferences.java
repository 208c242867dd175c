package dev.plumbline.judging.plan;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Prepared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which entries the entries of an IXIT refer to. */
public final class EntryReferences {
  private static final Set<String> NONE = Set.of("", "-", "none", "n/a");

  private final Map<String, List<IxitColumn>> columns;
  private final Map<String, IxitEntry> entries = new HashMap<>();
  private final Map<String, List<IxitEntry>> seen = new HashMap<>();

  public EntryReferences(Prepared prepared, Ixit ixit) {
    this.columns = prepared.references();
    ixit.tables().values().forEach(l -> l.forEach(e -> entries.put(e.subject(), e)));
  }

  /** All entries that it refers to, each once, in the order of the columns. */
  public List<IxitEntry> of(IxitEntry from) {
    return seen.computeIfAbsent(from.subject(), s -> read(from));
  }

  /** The entries of one table that it refers to. */
  public List<IxitEntry> of(IxitEntry from, String table) {
    return of(from).stream().filter(e -> e.table().equals(table)).toList();
  }

  /** Whether entries of one table have a column that refers to the other. */
  public boolean link(String from, String to) {
    return columns.getOrDefault(from, List.of()).stream().anyMatch(c -> c.refs().contains(to));
  }

  /** Names in columns that refer to the table and that no entry has. */
  List<String> dangling(IxitEntry from, String table) {
    List<String> lost = new ArrayList<>();
    for (IxitColumn column : columns.getOrDefault(from.table(), List.of())) {
      if (column.refs().contains(table)) {
        names(from, column).filter(n -> find(column, n).isEmpty()).forEach(lost::add);
      }
    }
    return lost;
  }

  private List<IxitEntry> read(IxitEntry from) {
    Map<String, IxitEntry> found = new LinkedHashMap<>();
    for (IxitColumn column : columns.getOrDefault(from.table(), List.of())) {
      names(from, column)
          .flatMap(n -> find(column, n).stream())
          .forEach(e -> found.put(e.subject(), e));
    }
    return List.copyOf(found.values());
  }

  private static Stream<String> names(IxitEntry from, IxitColumn column) {
    return from.texts(column.key()).stream()
        .map(String::strip)
        .filter(n -> !NONE.contains(n.toLowerCase(Locale.ROOT)))
        .filter(n -> !column.values().contains(n));
  }

  private Optional<IxitEntry> find(IxitColumn column, String name) {
    return column.refs().stream()
        .map(t -> entries.get(name.startsWith(t + "/") ? name : t + "/" + name))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }
}
