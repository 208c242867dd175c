package dev.plumbline.view.edition;

import dev.plumbline.app.Migrating.Moved;
import dev.plumbline.edition.Correspondence;
import dev.plumbline.edition.Migrated;
import dev.plumbline.edition.RecordFate;
import dev.plumbline.edition.ToDo;
import java.util.LinkedHashMap;
import java.util.Map;

/** A migration as plain values. */
public final class MigrationJson {
  private MigrationJson() {}

  public static Map<String, Object> of(Moved moved) {
    Migrated migrated = moved.plan().migrated();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("to", moved.plan().to());
    json.put("toDo", migrated.toDo().stream().map(MigrationJson::of).toList());
    json.put("accounts", migrated.accounts().stream().map(MigrationJson::of).toList());
    json.put("record", moved.record().stream().map(MigrationJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(ToDo t) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", t.file());
    json.put("where", t.where());
    json.put("what", t.what());
    return json;
  }

  private static Map<String, Object> of(Correspondence a) {
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
