package dev.plumbline.view.edition;

import dev.plumbline.app.Migrating.Moved;
import dev.plumbline.edition.Correspondence;
import dev.plumbline.edition.Correspondence.Fate;
import dev.plumbline.edition.Correspondence.Thing;
import dev.plumbline.edition.Migrated;
import dev.plumbline.edition.RecordFate;
import dev.plumbline.edition.ToDo;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A migration for a terminal: counts, what is not as it was, what a person has to do. */
public final class MigrationText {
  private final Migrated migrated;
  private final List<RecordFate> record;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  public MigrationText(Moved moved, Style style) {
    this.migrated = moved.plan().migrated();
    this.record = moved.record();
    this.style = style;
  }

  public List<String> lines() {
    head("What became of it");
    for (Thing thing : Thing.values()) {
      counts(thing);
    }
    migrated.accounts().stream()
        .filter(a -> a.thing() != Thing.UNIT && a.thing() != Thing.FEATURE)
        .filter(a -> a.fate() != Fate.SAME && a.fate() != Fate.CHANGED && a.fate() != Fate.NEW)
        .forEach(a -> lines.add(Text.wrap(Text.safe(line(a)), "    ")));
    head("What was found out");
    for (RecordFate.Fate fate : RecordFate.Fate.values()) {
      List<RecordFate> own = record.stream().filter(r -> r.fate() == fate).toList();
      lines.add(
          "  " + own.size() + " " + (fate == RecordFate.Fate.VALID ? "still valid" : fate.word()));
      if (fate != RecordFate.Fate.VALID) {
        own.forEach(
            r ->
                lines.add(
                    Text.wrap(Text.safe(r.what() + " " + r.name() + ": " + r.because()), "    ")));
      }
    }
    head("For a person: " + migrated.toDo().size());
    String file = "";
    for (ToDo t : migrated.toDo()) {
      if (!t.file().equals(file)) {
        file = t.file();
        lines.add("  " + Text.safe(file));
      }
      lines.add(Text.wrap(Text.safe(t.where() + ": " + t.what()), "    "));
    }
    return lines;
  }

  private void head(String text) {
    lines.add(style.bold(text));
  }

  private void counts(Thing thing) {
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    migrated.accounts().stream()
        .filter(a -> a.thing() == thing)
        .forEach(a -> counts.merge(a.fate(), 1, Integer::sum));
    if (!counts.isEmpty()) {
      lines.add(
          "  "
              + thing.word()
              + "s: "
              + counts.entrySet().stream()
                  .map(e -> e.getValue() + " " + e.getKey().word())
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String line(Correspondence a) {
    String way = a.from() + (a.to().isEmpty() ? "" : " → " + a.to());
    return a.thing().word()
        + " "
        + way
        + ": "
        + a.fate().word()
        + (a.note().isEmpty() ? "" : " (" + a.note() + ")");
  }
}
