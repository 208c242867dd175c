package dev.plumbline.app.draft;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Draft;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of tables as they are written, and what is added to them. */
final class TableFiles {
  private static final String ENTRIES = "entries";
  private static final String ID = "id";

  private final DossierFolder folder;
  private final Map<String, YamlText> texts = new LinkedHashMap<>();

  /** What each file said when it was read, by its name. */
  private final Map<String, String> read = new LinkedHashMap<>();

  private TableFiles(DossierFolder folder) {
    this.folder = folder;
  }

  /** Reads the files of tables; one that is absent or cannot be read is left out. */
  static TableFiles read(DossierFolder folder, Iterable<IxitTable> tables, Problems problems) {
    TableFiles files = new TableFiles(folder);
    for (IxitTable table : tables) {
      if (!table.single() && folder.file(file(table.id()), problems).isPresent()) {
        folder
            .source(file(table.id()), problems)
            .ifPresent(
                text -> {
                  files.texts.put(table.id(), text);
                  files.read.put(file(table.id()), text.text());
                });
      }
    }
    return files;
  }

  private static String file(String table) {
    return "ixit/" + table + ".yaml";
  }

  /** All entries by table and id, with each cell that is written, declared or proposed. */
  Map<String, Map<String, Map<String, Object>>> written() {
    Map<String, Map<String, Map<String, Object>>> written = new LinkedHashMap<>();
    texts.forEach(
        (table, text) -> {
          Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
          for (Mapping row : rows(text)) {
            Map<String, Object> cells = new LinkedHashMap<>();
            row.fields().forEach((key, f) -> cells.put(key, f.value().plain()));
            row.text(ID).ifPresent(id -> rows.put(id.strip(), cells));
          }
          written.put(table, rows);
        });
    return written;
  }

  private static List<Mapping> rows(YamlText text) {
    List<Mapping> rows = new ArrayList<>();
    for (YamlNode item : items(text)) {
      if (item instanceof Mapping m) {
        rows.add(m);
      }
    }
    return rows;
  }

  private static List<YamlNode> items(YamlText text) {
    return text.root() instanceof Mapping root
            && root.get(ENTRIES).orElse(root) instanceof Listing list
        ? list.items()
        : List.of();
  }

  /**
   * Adds cells.
   *
   * @param marked whether they stay proposals until somebody accepts them
   */
  void add(List<Proposal> accepted, boolean marked) {
    Map<String, Map<String, List<Proposal>>> grouped = new LinkedHashMap<>();
    accepted.forEach(
        p ->
            grouped
                .computeIfAbsent(p.table(), t -> new LinkedHashMap<>())
                .computeIfAbsent(p.row(), r -> new ArrayList<>())
                .add(p));
    grouped.forEach(
        (table, rows) ->
            rows.forEach((row, cells) -> texts.put(table, with(table, row, cells, marked))));
  }

  private YamlText with(String table, String row, List<Proposal> cells, boolean marked) {
    YamlText text = Optional.ofNullable(texts.get(table)).orElseGet(() -> empty(table));
    Optional<YamlPath> place = place(text, row);
    if (place.isEmpty()) {
      return text.add(YamlPath.of(ENTRIES), entry(row, cells, marked));
    }
    YamlText edited = text;
    for (Proposal p : cells) {
      edited = edited.set(place.get().key(p.key()), p.value());
    }
    for (Proposal p : cells) {
      if (p.observed()) {
        edited = edited.set(place.get().key(Draft.DRAFTED).key(p.key()), origin(p));
      }
    }
    if (marked) {
      for (Proposal p : cells) {
        edited = edited.add(place.get().key(Draft.PROPOSED), p.key());
      }
    }
    return edited;
  }

  private static YamlText empty(String table) {
    return YamlText.of("table: " + table + "\n" + ENTRIES + ":\n", file(table), new Problems())
        .orElseThrow();
  }

  private static Optional<YamlPath> place(YamlText text, String row) {
    List<YamlNode> items = items(text);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Mapping m
          && m.text(ID).map(String::strip).filter(row::equals).isPresent()) {
        return Optional.of(YamlPath.of(ENTRIES).index(i));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> entry(String row, List<Proposal> cells, boolean marked) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(ID, row);
    cells.forEach(p -> entry.put(p.key(), p.value()));
    Map<String, Object> origins = new LinkedHashMap<>();
    cells.stream().filter(Proposal::observed).forEach(p -> origins.put(p.key(), origin(p)));
    if (marked) {
      entry.put(Draft.PROPOSED, cells.stream().map(Proposal::key).toList());
    }
    if (!origins.isEmpty()) {
      entry.put(Draft.DRAFTED, origins);
    }
    return entry;
  }

  private static Map<String, Object> origin(Proposal proposal) {
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put(Draft.VALUE, proposal.value());
    origin.put(Draft.FROM, proposal.from());
    return origin;
  }

  /** Declares what is proposed; the number of cells. */
  int confirm(String day) {
    int confirmed = 0;
    for (Map.Entry<String, YamlText> file : texts.entrySet()) {
      YamlText text = file.getValue();
      for (int i = 0; i < items(text).size(); i++) {
        if (items(text).get(i) instanceof Mapping m && m.get(Draft.PROPOSED).isPresent()) {
          confirmed += m.texts(Draft.PROPOSED).size();
          YamlPath marker = YamlPath.of(ENTRIES).index(i).key(Draft.PROPOSED);
          text = text.disable(marker, "Confirmed on " + day + ":");
        }
      }
      file.setValue(text);
    }
    return confirmed;
  }

  /** The texts that are not as their files were, by file. */
  Map<String, String> changed() {
    Map<String, String> changed = new LinkedHashMap<>();
    texts.forEach(
        (table, text) -> {
          if (!text.text().equals(read.get(file(table)))) {
            changed.put(file(table), text.text());
          }
        });
    return changed;
  }

  /** Writes what was changed, if nobody else has changed these files since. */
  void write() throws IOException {
    Map<String, String> changed = changed();
    try (DossierWriter writer = folder.write()) {
      writer.replaceAll(read, changed);
    }
    read.putAll(changed);
  }
}
