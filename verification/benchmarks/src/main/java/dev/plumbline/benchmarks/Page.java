package dev.plumbline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of results and the table in docs/benchmarks.md. */
final class Page {
  private static final String BEGIN = "<!-- verification/benchmarks/run writes from here -->";
  private static final String END = "<!-- to here -->";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path results;
  private final Path document;

  Page(Path home) {
    this.results = home.resolve("verification/benchmarks/results");
    this.document = home.resolve("docs/benchmarks.md");
  }

  void keep(String name, Result result, Map<String, String> machine, double before, double after)
      throws IOException {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("name", name);
    file.put("machine", machine);
    file.put("loadBefore", before);
    file.put("loadAfter", after);
    file.put("rows", result.rows().stream().map(r -> Map.of("markdown", r.markdown())).toList());
    file.put("raw", result.raw());
    Files.createDirectories(results);
    Files.writeString(results.resolve(name + ".json"), JSON.writeValueAsString(file) + "\n");
  }

  /** Writes the table anew from the files of results, each benchmark's the last one kept. */
  void write(List<String> names) throws IOException {
    StringBuilder table = new StringBuilder();
    Map<String, String> machine = new LinkedHashMap<>();
    table.append("| work | against | reach | measured | ratio | standing |\n");
    table.append("|---|---|---|---|---|---|\n");
    StringBuilder loads = new StringBuilder();
    for (String name : names) {
      Path file = results.resolve(name + ".json");
      if (!Files.exists(file)) {
        table.append("| ").append(name).append(" | – | – | not measured | – | – |\n");
        continue;
      }
      JsonNode kept = JSON.readTree(Files.readString(file));
      kept.path("rows").forEach(r -> table.append(r.path("markdown").asString()).append('\n'));
      kept.path("machine")
          .properties()
          .forEach(e -> machine.put(e.getKey(), e.getValue().asString()));
      loads.append(loads.isEmpty() ? "" : ", ").append(load(name, kept));
    }
    StringBuilder whole = new StringBuilder(BEGIN).append('\n').append(table);
    whole.append("\nMachine: ");
    machine.forEach((k, v) -> whole.append(k).append(' ').append(v).append("; "));
    whole.append("load average before and after each: ").append(loads).append(".\n").append(END);
    String text = Files.readString(document);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IOException("docs/benchmarks.md has lost its marks");
    }
    Files.writeString(
        document, text.substring(0, from) + whole + text.substring(to + END.length()));
  }

  private static String load(String name, JsonNode kept) {
    return String.format(
        Locale.ROOT,
        "%s %.1f–%.1f",
        name,
        kept.path("loadBefore").asDouble(),
        kept.path("loadAfter").asDouble());
  }
}
