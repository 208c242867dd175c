package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Recogniser;
import dev.plumbline.exchange.layout.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON whose keys name tables: below one stands a list of rows, rows by their id, or the
 * columns of a single record. Anything else is text beside the tables.
 */
public final class JsonReader {
  private static final int DEEPEST = 8;

  /** A name that stands twice in one object would lose what stands under the first. */
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final ReadLimits limits;
  private final List<Grid> grids = new ArrayList<>();
  private final List<Stray> stray = new ArrayList<>();
  private String file = "";

  /** Reads within these limits. */
  public JsonReader(ReadLimits limits) {
    this.limits = limits;
  }

  /** The tables of a file; throws {@link UnreadableFileException} where it is none of JSON. */
  public Source read(Path path, Recogniser recogniser) throws IOException {
    file = String.valueOf(path.getFileName());
    try {
      Object read = STRICT.readValue(MarkdownReader.text(path, file, limits), Object.class);
      walk("", read, recogniser, 0);
    } catch (JacksonException e) {
      throw new UnreadableFileException(
          "The file is no JSON: " + e.getOriginalMessage() + ".", "Save it anew.");
    }
    return new Source(grids, List.of(), stray);
  }

  private void walk(String path, Object node, Recogniser recogniser, int depth) {
    if (node instanceof Map<?, ?> m && depth < DEEPEST) {
      m.forEach(
          (key, value) -> {
            String below = path.isEmpty() ? String.valueOf(key) : path + "/" + key;
            Optional<Layout> named =
                value instanceof Map || value instanceof List
                    ? recogniser.byTitle(String.valueOf(key))
                    : Optional.empty();
            if (named.isPresent() && table(below, named.get(), value)) {
              stray.add(Stray.title(cell(0, 1, String.valueOf(key), below)));
            } else {
              walk(below, value, recogniser, depth + 1);
            }
          });
    } else if (node instanceof List<?> l && depth < DEEPEST) {
      for (int i = 0; i < l.size(); i++) {
        walk(path + "/" + (i + 1), l.get(i), recogniser, depth + 1);
      }
    } else {
      String text = Values.tame(text(node));
      stray.add(
          text.isEmpty()
              ? Stray.title(cell(0, 1, path, path))
              : Stray.under(List.of(), cell(0, 1, text, path)));
    }
  }

  private boolean table(String path, Layout layout, Object node) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (node instanceof List<?> l && !l.isEmpty() && l.stream().allMatch(Map.class::isInstance)) {
      l.forEach(r -> rows.add(map(r)));
    } else if (node instanceof Map<?, ?> m && !m.isEmpty()) {
      boolean byId = m.values().stream().allMatch(Map.class::isInstance);
      if (byId && layout.idColumn().isPresent()) {
        m.forEach(
            (id, cells) -> {
              Map<String, Object> row = new LinkedHashMap<>();
              String heading = layout.idColumn().orElseThrow().heading();
              row.putAll(map(cells));
              Object own = row.put(heading, id);
              if (own != null && !own.equals(id)) {
                stray.add(Stray.under(List.of(), cell(0, 1, text(own), path + "/" + id)));
              }
              rows.add(row);
            });
      } else if (layout.single()) {
        form(path, layout, map(node));
        return true;
      }
    }
    if (rows.isEmpty()) {
      return false;
    }
    grid(path, layout, rows);
    return true;
  }

  private static Map<String, Object> map(Object node) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> m) {
      m.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  private void form(String path, Layout layout, Map<String, Object> record) {
    List<List<GridCell>> rows = new ArrayList<>();
    record.forEach(
        (key, value) -> {
          List<GridCell> row = new ArrayList<>();
          row.add(cell(rows.size() + 1, 1, key, path + "/" + key));
          String text = Values.tame(text(value));
          if (!text.isEmpty()) {
            row.add(cell(rows.size() + 1, 2, text, path + "/" + key));
          }
          rows.add(row);
        });
    grids.add(new Grid(Place.of(file), List.of(layout.id()), rows, List.of()));
  }

  private void grid(String path, Layout layout, List<Map<String, Object>> rows) {
    Set<String> keys = new LinkedHashSet<>();
    rows.forEach(r -> keys.addAll(r.keySet()));
    List<String> headings = List.copyOf(keys);
    List<List<GridCell>> all = new ArrayList<>();
    List<GridCell> head = new ArrayList<>();
    for (int c = 0; c < headings.size(); c++) {
      head.add(cell(1, c + 1, headings.get(c), path));
    }
    all.add(head);
    for (int r = 0; r < rows.size(); r++) {
      List<GridCell> row = new ArrayList<>();
      for (int c = 0; c < headings.size(); c++) {
        Object value = rows.get(r).getOrDefault(headings.get(c), "");
        String text = Values.tame(text(value));
        if (!text.isEmpty()) {
          row.add(cell(r + 2, c + 1, text, path + "/" + (r + 1) + "/" + headings.get(c)));
        }
      }
      if (!row.isEmpty()) {
        all.add(row);
      }
    }
    grids.add(new Grid(Place.of(file), List.of(layout.id()), all, List.of()));
  }

  private static String text(Object node) {
    return switch (node) {
      case null -> "";
      case Boolean b -> b ? Values.YES : Values.NO;
      case List<?> l ->
          String.join("\n", l.stream().map(JsonReader::text).filter(t -> !t.isEmpty()).toList());
      case Map<?, ?> m ->
          String.join(
              "\n",
              m.entrySet().stream().map(e -> e.getKey() + ": " + text(e.getValue())).toList());
      default -> String.valueOf(node);
    };
  }

  private GridCell cell(int row, int column, String text, String path) {
    return new GridCell(row, column, text, new Place(file, 0, 0), path);
  }
}
