package dev.plumbline.dossier;

import dev.plumbline.core.TableRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The implementation extra information for testing.
 *
 * @param tables entries by table id; a table whose file is absent is absent here
 * @param roles the tables that play each role in the edition that the dossier is written for; empty
 *     where the edition is not known yet
 * @param remarks by table id, what the maker wrote beside the rows
 */
public record Ixit(
    Map<String, List<IxitEntry>> tables,
    Map<TableRole, List<String>> roles,
    Map<String, List<TableRemark>> remarks) {
  public Ixit {
    Map<String, List<IxitEntry>> copy = new LinkedHashMap<>();
    tables.forEach((id, entries) -> copy.put(id, List.copyOf(entries)));
    tables = Collections.unmodifiableMap(copy);
    roles = Map.copyOf(roles);
    Map<String, List<TableRemark>> texts = new LinkedHashMap<>();
    remarks.forEach((id, all) -> texts.put(id, List.copyOf(all)));
    remarks = Collections.unmodifiableMap(texts);
  }

  /** Tables of which it is not known what they are for. */
  public Ixit(Map<String, List<IxitEntry>> tables) {
    this(tables, Map.of(), Map.of());
  }

  /** Tables without remarks. */
  public Ixit(Map<String, List<IxitEntry>> tables, Map<TableRole, List<String>> roles) {
    this(tables, roles, Map.of());
  }

  /** What the maker wrote beside the rows of a table. */
  public List<TableRemark> remarks(String table) {
    return remarks.getOrDefault(table, List.of());
  }

  /** The same tables, with what each is for. */
  public Ixit playing(Map<TableRole, List<String>> other) {
    return new Ixit(tables, other, remarks);
  }

  /** The ids of the tables that play a role, also of those that have no entry. */
  public List<String> names(TableRole role) {
    return roles.getOrDefault(role, List.of());
  }

  /** The id of the table that plays a role; the role where none does. */
  public String name(TableRole role) {
    return names(role).stream().findFirst().orElse(role.word());
  }

  /** The entries of the tables that play a role. */
  public List<IxitEntry> entries(TableRole role) {
    return names(role).stream().flatMap(t -> entries(t).stream()).toList();
  }

  /** The record of the single-record table that plays a role. */
  public Optional<IxitEntry> record(TableRole role) {
    return entries(role).stream().findFirst();
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
