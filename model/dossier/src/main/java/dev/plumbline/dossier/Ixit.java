package dev.plumbline.dossier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The implementation extra information for testing.
 *
 * @param tables entries by table id; a table whose file is absent is absent here
 */
public record Ixit(Map<String, List<IxitEntry>> tables) {
  public Ixit {
    Map<String, List<IxitEntry>> copy = new LinkedHashMap<>();
    tables.forEach((id, entries) -> copy.put(id, List.copyOf(entries)));
    tables = Collections.unmodifiableMap(copy);
  }

  public List<IxitEntry> entries(String table) {
    return tables.getOrDefault(table, List.of());
  }

  public boolean has(String table) {
    return tables.containsKey(table);
  }

  /** The entry named {@code TABLE/ENTRY}. */
  public Optional<IxitEntry> entry(String subject) {
    int slash = subject.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String id = subject.substring(slash + 1);
    return entries(subject.substring(0, slash)).stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** The record of a single-record table. */
  public Optional<IxitEntry> record(String table) {
    return entries(table).stream().findFirst();
  }
}
