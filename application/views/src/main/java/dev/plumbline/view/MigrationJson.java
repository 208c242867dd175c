package dev.plumbline.view;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.edition.Account;
import dev.plumbline.edition.Migrated;
import dev.plumbline.edition.RecordFate;
import dev.plumbline.edition.ToDo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A migration as plain values. */
public final class MigrationJson {
  private MigrationJson() {}

  public static Map<String, Object> of(EditionId to, Migrated migrated, List<RecordFate> record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("to", to.version());
    json.put("toDo", migrated.toDo().stream().map(MigrationJson::of).toList());
    json.put("accounts", migrated.accounts().stream().map(MigrationJson::of).toList());
    json.put("record", record.stream().map(MigrationJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(ToDo t) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", t.file());
    json.put("where", t.where());
    json.put("what", t.what());
    return json;
  }

  private static Map<String, Object> of(Account a) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("thing", a.thing().word());
    json.put("fate", a.fate().word());
    json.put("from", a.from());
    json.put("to", a.to());
    json.put("note", a.note());
    return json;
  }

  private static Map<String, Object> of(RecordFate f) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", f.what());
    json.put("name", f.name());
    json.put("fate", f.fate().word());
    json.put("because", f.because());
    return json;
  }
}
