package dev.plumbline.dossier.folder;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Draft;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.TableRemark;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the files of ixit/. Every key of an entry becomes a cell; which keys a table has is checked
 * elsewhere.
 */
public final class IxitReader {
  static final String FOLDER = "ixit";

  private static final Pattern FILE = Pattern.compile("\\d{1,2}-[A-Za-z]+\\.yaml");

  /** Characters that would make a subject or pair of subjects ambiguous. */
  private static final Pattern LABEL = Pattern.compile("[^/+@,\\s\\p{Cntrl}]{1,80}");

  private final DossierFiles files;
  private final Problems problems;

  IxitReader(DossierFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  Ixit read() {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
    Map<String, List<TableRemark>> remarks = new LinkedHashMap<>();
    for (String name : files.names(FOLDER, problems)) {
      String file = FOLDER + "/" + name;
      if (!FILE.matcher(name).matches()) {
        problems.warning(
            "PLB-1017",
            Place.of(file),
            "This file is not read.",
            "Name the file of a table as the table: 1-AuthMech.yaml.");
        continue;
      }
      String table = name.substring(0, name.length() - ".yaml".length());
      files
          .text(file, Need.REQUIRED, problems)
          .flatMap(t -> YamlReader.read(t, file, problems))
          .flatMap(n -> Shape.root(n, problems))
          .ifPresent(
              m -> {
                Shape shape =
                    Shape.of(
                        m,
                        problems,
                        List.of("table", "entries", IxitEntry.RECORD, IxitEntry.REMARKS));
                tables.put(table, entries(table, m, shape));
                remarks.put(table, remarks(shape));
              });
    }
    return new Ixit(tables, Map.of(), remarks);
  }

  private static List<TableRemark> remarks(Shape file) {
    return file.scalars(IxitEntry.REMARKS).stream()
        .map(s -> new TableRemark(s.text().strip(), s.place()))
        .toList();
  }

  private List<IxitEntry> entries(String table, Mapping root, Shape file) {
    String written = file.text("table").orElse("");
    if (!written.equals(table)) {
      problems.error(
          "PLB-1030",
          file.place("table"),
          written.isEmpty()
              ? "The file does not say which table it holds."
              : "The file holds table '" + Shape.shown(written) + "', its name says " + table + ".",
          "Write 'table: " + table + "'.");
    }
    boolean list = root.fields().containsKey("entries");
    boolean single = root.fields().containsKey(IxitEntry.RECORD);
    if (list == single) {
      problems.error(
          "PLB-1031",
          root.place(),
          list
              ? "The file has both 'entries' and 'record'."
              : "The file has neither 'entries' nor 'record'.",
          "Write 'entries:' with a list, or 'record:' for a table with a single record.");
    }
    List<IxitEntry> found = new ArrayList<>();
    file.mapping(IxitEntry.RECORD).ifPresent(m -> found.add(entry(table, IxitEntry.RECORD, m)));
    Map<String, Place> seen = new LinkedHashMap<>();
    for (Mapping item : file.mappings("entries")) {
      id(item, seen)
          .map(id -> entry(table, id, item))
          .filter(e -> e.draft().proposed().isEmpty() || e.cells().size() > 1)
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<String> id(Mapping item, Map<String, Place> seen) {
    String id = item.text("id").map(String::strip).orElse("");
    Place place = item.get("id").map(YamlNode::place).orElse(item.place());
    if (id.isEmpty()) {
      problems.error(
          "PLB-1032",
          place,
          "The entry has no 'id'.",
          "Give it a label that is unique in the table, such as 'id: AuthMech-1'.");
      return Optional.empty();
    }
    if (!LABEL.matcher(id).matches()) {
      problems.error(
          "PLB-1033",
          place,
          "'" + Shape.shown(id) + "' cannot be a label.",
          "Use letters, digits, '-', '_' and '.', at most 80 of them.");
      return Optional.empty();
    }
    Place first = seen.putIfAbsent(id, place);
    if (first != null) {
      problems.error(
          "PLB-1034",
          place,
          "The label '" + id + "' stands in " + first + " already.",
          "Give each entry of the table its own label.");
      return Optional.empty();
    }
    return Optional.of(id);
  }

  private IxitEntry entry(String table, String id, Mapping mapping) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    mapping.fields().forEach((key, field) -> cells.put(key, new Cell(key, field.value())));
    Map<String, String> remarks = new LinkedHashMap<>();
    Optional.ofNullable(cells.remove(IxitEntry.REMARKS))
        .ifPresent(c -> remarks.putAll(remarks(c.node())));
    Draft draft = draft(table + "/" + id, cells);
    return new IxitEntry(table, id, cells, remarks, draft, mapping.place());
  }

  /** Takes proposed cells out: what nobody has accepted is not declared. */
  private Draft draft(String entry, Map<String, Cell> cells) {
    Optional<Cell> marker = Optional.ofNullable(cells.remove(Draft.PROPOSED));
    Map<String, Draft.Origin> origins = new LinkedHashMap<>();
    Optional.ofNullable(cells.remove(Draft.DRAFTED))
        .ifPresent(c -> origins.putAll(origins(c.node())));
    List<String> proposed =
        marker.map(Cell::texts).orElse(List.of()).stream().filter(cells::containsKey).toList();
    proposed.forEach(cells::remove);
    if (!proposed.isEmpty()) {
      problems.warning(
          "PLB-1035",
          marker.orElseThrow().place(),
          entry + " has cells that are proposed and not declared: " + names(proposed) + ".",
          "Check each value, then remove its name from 'proposed', or run 'plumbline draft DIR"
              + " --confirm'.");
    }
    return new Draft(proposed, origins);
  }

  private static String names(List<String> keys) {
    return String.join(", ", keys.stream().map(Shape::shown).toList());
  }

  private static Map<String, Draft.Origin> origins(YamlNode node) {
    Map<String, Draft.Origin> origins = new LinkedHashMap<>();
    if (!(node instanceof Mapping m)) {
      return origins;
    }
    m.fields()
        .forEach(
            (key, f) -> {
              if (f.value() instanceof Mapping origin) {
                origin
                    .get(Draft.VALUE)
                    .ifPresent(
                        v ->
                            origins.put(
                                key,
                                new Draft.Origin(
                                    v.plain(), origin.text(Draft.FROM).orElse("").strip())));
              }
            });
    return origins;
  }

  /** Texts by key of a column. */
  private Map<String, String> remarks(YamlNode node) {
    Map<String, String> remarks = new LinkedHashMap<>();
    if (node instanceof Mapping m) {
      m.fields()
          .forEach((key, f) -> remarks.put(key, String.join("\n", f.value().scalars()).strip()));
    } else if (!node.scalars().isEmpty()) {
      problems.error(
          "PLB-1021",
          node.place(),
          "'" + IxitEntry.REMARKS + "' has to be a mapping of columns to texts.",
          "Write the key of the column that the text belongs to before it.");
    }
    return remarks;
  }
}
