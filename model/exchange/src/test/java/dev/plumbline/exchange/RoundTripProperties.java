package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import dev.plumbline.exchange.layout.TableKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a dossier says, in whatever form, comes back from every format as it was. */
class RoundTripProperties {
  private static final int TABLES = 4;

  /** A generated dossier: its edition and its files. */
  record Generated(EditionId edition, Map<String, String> files) {}

  @Property(seed = "1", tries = 6, shrinking = ShrinkingMode.OFF)
  void nothingIsLostAndNothingIsAdded(@ForAll("dossiers") Generated generated) throws IOException {
    Path directory = Files.createTempDirectory("exchange");
    try {
      ExampleDossier before = ExampleDossier.blank(directory.resolve("a"), generated.edition());
      generated.files().forEach(before::with);
      for (ExchangeFormat format : ExchangeFormat.values()) {
        ExampleDossier after =
            ExampleDossier.blank(directory.resolve("b" + format), generated.edition());
        Path file = before.exported(format, directory);
        after.takes(file);
        assertThat(lost(before.said(), after.said())).as("%s", format).isEmpty();
        Map<String, Object> same = before.said();
        before.takes(file);
        assertThat(lost(same, before.said())).as("%s into itself", format).isEmpty();
      }
    } finally {
      delete(directory);
    }
  }

  /** What differs, with letters that nobody sees written out. */
  private static List<String> lost(Map<String, Object> before, Map<String, Object> after) {
    List<String> lost = new ArrayList<>();
    for (String key : before.keySet()) {
      if (!before.get(key).equals(after.get(key))) {
        lost.add(
            key + ": " + json(before.get(key)) + " is " + json(String.valueOf(after.get(key))));
      }
    }
    after.keySet().stream().filter(k -> !before.containsKey(k)).forEach(k -> lost.add("new " + k));
    return lost;
  }

  private static void delete(Path tree) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(tree)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  @Provide
  Arbitrary<Generated> dossiers() {
    return Arbitraries.of(EditionId.all())
        .flatMap(
            edition -> {
              List<Layout> layouts = Layouts.of(CatalogueLoader.load(edition));
              List<Layout> ixit = layouts.stream().filter(l -> l.kind() == TableKind.IXIT).toList();
              return Arbitraries.of(ixit)
                  .set()
                  .ofSize(TABLES)
                  .flatMap(set -> files(edition, new ArrayList<>(set)))
                  .map(files -> new Generated(edition, files));
            });
  }

  private static Arbitrary<Map<String, String>> files(EditionId edition, List<Layout> tables) {
    List<Arbitrary<Map.Entry<String, String>>> all = new ArrayList<>();
    for (Layout table : tables) {
      all.add(
          entry(table)
              .list()
              .ofMinSize(1)
              .ofMaxSize(table.single() ? 1 : 3)
              .map(rows -> Map.entry("ixit/" + table.id() + ".yaml", yaml(table, rows))));
    }
    all.add(ics(edition));
    return net.jqwik.api.Combinators.combine(all)
        .as(
            entries -> {
              Map<String, String> files = new LinkedHashMap<>();
              entries.forEach(e -> files.put(e.getKey(), e.getValue()));
              return files;
            });
  }

  /** JSON is YAML, so that every value is written without doubt. */
  private static String yaml(Layout table, List<Map<String, Object>> rows) {
    if (table.single()) {
      return "table: " + table.id() + "\nrecord: " + json(rows.getFirst()) + "\n";
    }
    StringBuilder text = new StringBuilder("table: " + table.id() + "\nentries:\n");
    int number = 1;
    for (Map<String, Object> row : rows) {
      Map<String, Object> named = new LinkedHashMap<>();
      named.put("id", "Row=" + number++ + "|_*");
      named.putAll(row);
      text.append("  - ").append(json(named)).append('\n');
    }
    return text.toString();
  }

  private static Arbitrary<Map<String, Object>> entry(Layout table) {
    List<Arbitrary<Object>> cells = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!column.isId()) {
        keys.add(column.key());
        cells.add(value(column).injectNull(0.3).map(v -> v == null ? Absent.IT : v));
      }
    }
    return net.jqwik.api.Combinators.combine(cells)
        .as(
            values -> {
              Map<String, Object> row = new LinkedHashMap<>();
              for (int i = 0; i < keys.size(); i++) {
                if (values.get(i) != Absent.IT) {
                  row.put(keys.get(i), values.get(i));
                }
              }
              row.putIfAbsent(keys.getFirst(), "x");
              return row;
            });
  }

  private enum Absent {
    IT
  }

  private static Arbitrary<Object> value(Column column) {
    Arbitrary<Object> usual =
        switch (column.type()) {
          case BOOLEAN -> Arbitraries.of(true, false);
          case NUMBER -> Arbitraries.longs().between(-5, 100_000).map(l -> l);
          case LIST, ENDPOINTS -> texts().list().ofMaxSize(3).map(l -> l);
          default ->
              column.choices().isEmpty()
                  ? texts().map(t -> t)
                  : Arbitraries.of(column.choices()).map(t -> t);
        };
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, usual),
        net.jqwik.api.Tuple.of(1, texts().map(t -> t)),
        net.jqwik.api.Tuple.of(1, Arbitraries.of(true, 7L, "", List.of(), List.of("a", 3L))));
  }

  /** Texts with everything that a format could stumble over. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "plain", " ", "  ", "\n", "\n\n\n", "\t", "=1+1", "+1", "-1", "@x", "'", "\"", "|",
            "\\", "**b**", "_i_", "`c`", "<b>", "&amp;", "<!--", "-->", "# h", "- item", "1. one",
            "> q", "_x000D_", "_x0041_", "[a](b)", "<br>", "Yes", "no", "N/A", "5.1-1", "a, b",
            "a; b", "\u0001", "\r\n", "\uFFFE", "\uE041", "ü", "日本", "😀", "---", "***", "ID: x",
            "~~", ":");
    return pieces.list().ofMinSize(1).ofMaxSize(4).map(l -> String.join("", l));
  }

  private static Arbitrary<Map.Entry<String, String>> ics(EditionId edition) {
    var catalogue = CatalogueLoader.load(edition);
    List<String> ids =
        catalogue.provisions().values().stream()
            .filter(p -> p.inTableB1())
            .map(p -> p.id().value())
            .toList();
    List<String> labels = catalogue.conditions().values().stream().map(c -> c.label()).toList();
    Arbitrary<Map<String, Object>> answers =
        Arbitraries.maps(
                Arbitraries.of(ids),
                net.jqwik.api.Combinators.combine(
                        Arbitraries.of("Y", "N", "N/A"),
                        texts(),
                        Arbitraries.of(List.of(), List.of("evidence/a.txt", "b, c")))
                    .as(RoundTripProperties::answer))
            .ofMaxSize(8);
    Arbitrary<Map<String, Object>> conditions =
        Arbitraries.maps(
                Arbitraries.of(labels),
                net.jqwik.api.Combinators.combine(Arbitraries.of(true, false), texts())
                    .as((holds, why) -> (Object) Map.of("holds", holds, "because", why)))
            .ofMaxSize(4);
    return net.jqwik.api.Combinators.combine(answers, conditions)
        .as(
            (a, c) ->
                Map.entry(
                    "ics.yaml",
                    "edition: "
                        + edition
                        + "\nconditions: "
                        + json(c)
                        + "\nanswers: "
                        + json(a)
                        + "\n"));
  }

  private static Object answer(String support, String detail, List<?> evidence) {
    return Map.of("support", support, "detail", detail, "evidence", evidence);
  }

  /** Escapes what YAML reads in another way than JSON. */
  private static String json(Object value) {
    StringBuilder safe = new StringBuilder();
    for (char c : JsonMapper.shared().writeValueAsString(value).toCharArray()) {
      safe.append(c < 0x7f && c >= ' ' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return safe.toString();
  }
}
