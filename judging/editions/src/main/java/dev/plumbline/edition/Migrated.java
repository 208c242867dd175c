package dev.plumbline.edition;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A declaration in the other edition.
 *
 * @param files texts by name relative to the dossier, such as {@code ixit/1-AuthMech.yaml}
 * @param accounts what became of each part
 * @param toDo what a person has to do
 * @param rows names of rows, {@code TABLE/ENTRY}, by those that they had
 */
public record Migrated(
    Map<String, String> files,
    List<Correspondence> accounts,
    List<ToDo> toDo,
    Map<String, String> rows) {
  public Migrated {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    accounts = List.copyOf(accounts);
    toDo = List.copyOf(toDo);
    rows = Map.copyOf(rows);
  }
}
