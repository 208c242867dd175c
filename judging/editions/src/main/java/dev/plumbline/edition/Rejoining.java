package dev.plumbline.edition;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.edition.Migration.Kept;
import dev.plumbline.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a declaration back to an edition that it was in: the files as they were there, with what
 * has been changed since. A change that has no place there becomes something for a person to do.
 */
final class Rejoining {
  private final EditionRoute route;
  private final Map<String, Sheet> sheets = new LinkedHashMap<>();
  private final Map<String, String> untouched = new LinkedHashMap<>();
  private final List<ToDo> toDo = new ArrayList<>();
  private final Set<String> edited = new LinkedHashSet<>();

  private Rejoining(EditionRoute route, Map<String, String> there) {
    this.route = route;
    there.forEach(
        (file, text) -> {
          untouched.put(file, text);
          sheets.put(file, Sheet.of(file, text));
        });
  }

  static Rejoining of(EditionRoute route, Map<String, String> now, Kept kept) {
    Rejoining all = new Rejoining(route, kept.there());
    Set<String> files = new LinkedHashSet<>(kept.here().keySet());
    files.addAll(now.keySet());
    for (String file : files) {
      String before = kept.here().getOrDefault(file, "");
      String after = now.getOrDefault(file, "");
      if (!before.equals(after)) {
        all.file(file, values(file, before), values(file, after));
      }
    }
    return all;
  }

  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(untouched);
    edited.forEach(f -> Optional.ofNullable(sheets.get(f)).ifPresent(s -> files.put(f, s.text())));
    return files;
  }

  List<ToDo> toDo() {
    return toDo;
  }

  /** The names that rows have there. */
  Map<String, String> rowNames(Map<String, String> now) {
    Map<String, String> names = new LinkedHashMap<>();
    now.forEach(
        (file, text) -> {
          if (file.startsWith(TableMoves.FOLDER)) {
            String table =
                file.substring(TableMoves.FOLDER.length(), file.length() - ".yaml".length());
            rows(values(file, text))
                .keySet()
                .forEach(
                    id -> rowName(table + "/" + id).ifPresent(n -> names.put(table + "/" + id, n)));
          }
        });
    return names;
  }

  private static Map<String, Object> values(String file, String text) {
    return text.isBlank() ? Map.of() : Sheet.of(file, text).values();
  }

  private void file(String file, Map<String, Object> before, Map<String, Object> after) {
    if (file.startsWith(TableMoves.FOLDER)) {
      String table = file.substring(TableMoves.FOLDER.length(), file.length() - ".yaml".length());
      table(table, before, after);
    } else if (file.equals(IcsMoves.FILE)) {
      ics(before, after);
    } else {
      fields(file, new YamlPath(List.of()), before, after);
    }
  }

  /** Fields of a file that both editions have in the same form. */
  private void fields(
      String file, YamlPath path, Map<String, Object> before, Map<String, Object> after) {
    for (String key : keys(before, after)) {
      Object was = before.getOrDefault(key, "");
      Object is = after.getOrDefault(key, "");
      if (was instanceof Map<?, ?> && is instanceof Map<?, ?>) {
        fields(file, path.key(key), ValueEdits.map(was), ValueEdits.map(is));
      } else if (!was.equals(is) || before.containsKey(key) != after.containsKey(key)) {
        if (!(path.steps().isEmpty() && key.equals("edition"))) {
          change(file, path.key(key), Optional.ofNullable(after.get(key)).map(this::renamed));
        }
      }
    }
  }

  private static Set<String> keys(Map<String, Object> before, Map<String, Object> after) {
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys;
  }

  private void change(String file, YamlPath path, Optional<Object> value) {
    Sheet sheet =
        sheets.computeIfAbsent(
            file, f -> Sheet.of(f, "# Made when the dossier came back to this edition.\n{}\n"));
    edited.add(file);
    if (value.isPresent()) {
      sheet.put(path, value.get());
    } else if (sheet.has(path)) {
      sheet.disable(path, "Taken out under V" + route.fromVersion() + ":");
    }
  }

  private Object renamed(Object value) {
    return switch (value) {
      case String s -> rowName(s).orElse(s);
      case List<?> l -> l.stream().map(this::renamed).toList();
      case Map<?, ?> m -> {
        Map<String, Object> copy = ValueEdits.map(m);
        copy.replaceAll((k, v) -> renamed(v));
        yield copy;
      }
      default -> value;
    };
  }

  /** The name of a row there, for {@code TABLE/ENTRY}. */
  private Optional<String> rowName(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || route.from().table(text.substring(0, slash)).isEmpty()) {
      return Optional.empty();
    }
    String id = text.substring(slash + 1);
    return home(text.substring(0, slash), id)
        .or(() -> route.table(text.substring(0, slash)))
        .map(t -> t + "/" + id);
  }

  /** The table there that has a row. */
  private Optional<String> home(String table, String id) {
    return route.tables(table).stream()
        .filter(t -> sheets.containsKey(name(t)))
        .filter(t -> ValueEdits.position(entries(t), id) >= 0)
        .findFirst();
  }

  private Object entries(String table) {
    return Optional.ofNullable(sheets.get(name(table)))
        .map(s -> s.values().getOrDefault("entries", ""))
        .orElse("");
  }

  private static String name(String table) {
    return TableMoves.FOLDER + table + ".yaml";
  }

  private void table(String table, Map<String, Object> before, Map<String, Object> after) {
    if (after.containsKey("record") || before.containsKey("record")) {
      String target = route.table(table).orElse(table);
      cells(
          table,
          target,
          "record",
          YamlPath.of("record"),
          ValueEdits.map(before.getOrDefault("record", "")),
          ValueEdits.map(after.getOrDefault("record", "")));
    }
    Map<String, Map<String, Object>> was = rows(before);
    Map<String, Map<String, Object>> is = rows(after);
    was.forEach(
        (id, cells) -> {
          if (!is.containsKey(id)) {
            remove(table, id);
          }
        });
    is.forEach(
        (id, cells) ->
            Optional.ofNullable(was.get(id))
                .ifPresentOrElse(old -> row(table, id, old, cells), () -> added(table, id, cells)));
  }

  private static Map<String, Map<String, Object>> rows(Map<String, Object> values) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    ValueEdits.list(values.getOrDefault("entries", ""))
        .forEach(
            e -> rows.put(String.valueOf(ValueEdits.map(e).get("id")).strip(), ValueEdits.map(e)));
    return rows;
  }

  private void remove(String table, String id) {
    home(table, id)
        .ifPresent(
            t -> {
              edited.add(name(t));
              Sheet sheet = java.util.Objects.requireNonNull(sheets.get(name(t)));
              sheet.disable(
                  ValueEdits.entry(ValueEdits.position(entries(t), id)),
                  "Taken out under V" + route.fromVersion() + ":");
            });
  }

  private void row(String table, String id, Map<String, Object> before, Map<String, Object> after) {
    if (before.equals(after)) {
      return;
    }
    home(table, id)
        .ifPresentOrElse(
            t ->
                cells(
                    table,
                    t,
                    id,
                    ValueEdits.entry(ValueEdits.position(entries(t), id)),
                    before,
                    after),
            () -> added(table, id, after));
  }

  private void cells(
      String table,
      String target,
      String id,
      YamlPath row,
      Map<String, Object> before,
      Map<String, Object> after) {
    for (String key : keys(before, after)) {
      Optional<Object> is = Optional.ofNullable(after.get(key)).map(this::renamed);
      boolean same = before.getOrDefault(key, "").equals(after.getOrDefault(key, ""));
      if (same && before.containsKey(key) == after.containsKey(key)) {
        continue;
      }
      route
          .column(table, key, target)
          .ifPresentOrElse(
              name -> change(name(target), row.key(name), is),
              () ->
                  toDo.add(
                      new ToDo(
                          name(target),
                          target + "/" + id,
                          "'" + key + "' was changed and has no column here; it is kept.")));
    }
  }

  private void added(String table, String id, Map<String, Object> cells) {
    Optional<dev.plumbline.catalogue.EditionMoves.Rows> rule =
        route.rule(table, cells).filter(r -> route.to().table(route.target(r)).isPresent());
    String target = rule.map(route::target).or(() -> route.table(table)).orElse(table);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    cells.forEach(
        (key, value) -> {
          if (!key.equals("id")) {
            route.column(table, key, target).ifPresent(name -> row.put(name, renamed(value)));
          }
        });
    if (!route.forward()) {
      rule.ifPresent(r -> row.putAll(r.back()));
    }
    Sheet sheet =
        sheets.computeIfAbsent(
            name(target), f -> Sheet.of(f, "table: " + target + "\nentries: []\n"));
    edited.add(name(target));
    sheet.add(YamlPath.of("entries"), row);
    if (row.size() < cells.size()) {
      toDo.add(
          new ToDo(
              name(target),
              target + "/" + id,
              "The row was added under V"
                  + route.fromVersion()
                  + "; some of its columns have no place here and are kept."));
    }
  }

  private void ics(Map<String, Object> before, Map<String, Object> after) {
    for (String part : List.of("conditions", "features")) {
      Map<String, Object> was = ValueEdits.map(before.getOrDefault(part, ""));
      Map<String, Object> is = ValueEdits.map(after.getOrDefault(part, ""));
      for (String label : keys(was, is)) {
        if (!was.getOrDefault(label, "").equals(is.getOrDefault(label, ""))) {
          statement(part, label, Optional.ofNullable(is.get(label)));
        }
      }
    }
    Map<String, Object> was = ValueEdits.map(before.getOrDefault("answers", ""));
    Map<String, Object> is = ValueEdits.map(after.getOrDefault("answers", ""));
    for (String id : keys(was, is)) {
      if (!was.getOrDefault(id, "").equals(is.getOrDefault(id, ""))) {
        answer(id, Optional.ofNullable(is.get(id)));
      }
    }
  }

  private void statement(String part, String label, Optional<Object> value) {
    boolean same =
        part.equals("conditions")
            && label.matches("\\d{1,4}")
            && route.from().conditions().containsKey(Integer.valueOf(label))
            && route.to().conditions().containsKey(Integer.valueOf(label));
    if (same) {
      change(IcsMoves.FILE, YamlPath.of(part, label), value);
    } else {
      toDo.add(
          new ToDo(
              IcsMoves.FILE,
              part + " " + label,
              "It was changed and is not stated in this edition; it is kept."));
    }
  }

  private void answer(String id, Optional<Object> value) {
    List<String> targets =
        ProvisionId.isValid(id)
            ? route.provisions(new ProvisionId(id)).stream().map(p -> p.id().value()).toList()
            : List.of();
    boolean alone =
        targets.size() == 1 && route.sources(new ProvisionId(targets.getFirst())).size() == 1;
    if (alone) {
      change(IcsMoves.FILE, YamlPath.of("answers", targets.getFirst()), value);
    } else {
      toDo.add(
          new ToDo(
              IcsMoves.FILE,
              targets.isEmpty() ? id : String.join(", ", targets),
              "The answer to "
                  + id
                  + " was changed under V"
                  + route.fromVersion()
                  + "; see what that means here. It is kept."));
    }
  }
}
