package dev.plumbline.catalogue;

import dev.plumbline.core.ProvisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of the parts of a declaration between an edition and the next. What is not named
 * keeps its name, or came or went.
 *
 * @param tables tables with another name
 * @param columns columns with another name
 * @param rows rows that go to another table than the rest of theirs
 * @param displaced columns that have no place in their row any more
 * @param statements conditions that became features
 * @param units further units that became part of one that has another predecessor
 * @param asking successors of a provision that ask something new, with what
 */
public record EditionMoves(
    List<Renamed> tables,
    List<Column> columns,
    List<Rows> rows,
    List<Displaced> displaced,
    List<Became> statements,
    List<Renamed> units,
    Map<ProvisionId, String> asking,
    String source,
    Confidence confidence) {
  public EditionMoves {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    displaced = List.copyOf(displaced);
    statements = List.copyOf(statements);
    units = List.copyOf(units);
    asking = Map.copyOf(asking);
  }

  /** Two names of the same. */
  public record Renamed(String older, String newer) {}

  /**
   * A column with another name.
   *
   * @param table has the same id in both editions
   */
  public record Column(String table, String older, String newer) {}

  /**
   * Rows that go to another table.
   *
   * @param field is true in the rows of the older table that go
   * @param back fields that the older table gets with a row that comes back
   */
  public record Rows(String older, String newer, String field, Map<String, Object> back) {
    public Rows {
      back = Map.copyOf(back);
    }
  }

  /**
   * Columns without a place.
   *
   * @param table of the edition that has them
   * @param put where a person puts what they said
   */
  public record Displaced(String table, List<String> columns, String put) {
    public Displaced {
      columns = List.copyOf(columns);
    }
  }

  /** A condition of the older edition that became a feature of the newer. */
  public record Became(String condition, String feature) {}

  /** The shipped ones between two editions, in either direction; empty where none lead. */
  public static Optional<EditionMoves> between(EditionId one, EditionId other) {
    return Stream.of(one, other)
        .filter(e -> e.follows(e.equals(one) ? other : one))
        .findFirst()
        .flatMap(e -> new Resources().find("standards/ts103701/" + e.testVersion() + "/moves.yaml"))
        .map(m -> read(new Fields(m)));
  }

  private static EditionMoves read(Fields file) {
    Map<ProvisionId, String> asking = new LinkedHashMap<>();
    file.list("provisions")
        .forEach(p -> asking.put(new ProvisionId(p.need("newer")), p.need("asks")));
    return new EditionMoves(
        renamed(file, "tables"),
        file.list("columns").stream()
            .map(c -> new Column(c.need("table"), c.need("older"), c.need("newer")))
            .toList(),
        file.list("rows").stream()
            .map(
                r ->
                    new Rows(
                        r.need("older"),
                        r.need("newer"),
                        r.need("field"),
                        plain(r.child("back").orElseThrow())))
            .toList(),
        file.list("displaced").stream()
            .map(
                d ->
                    new Displaced(
                        d.optional("older").orElseGet(() -> d.need("newer")),
                        d.texts("columns"),
                        d.need("put")))
            .toList(),
        file.list("statements").stream()
            .map(s -> new Became(s.need("condition"), s.need("feature")))
            .toList(),
        renamed(file, "units"),
        asking,
        file.need("source"),
        file.oneOf(Confidence.class, "confidence"));
  }

  private static List<Renamed> renamed(Fields file, String key) {
    return file.list(key).stream().map(t -> new Renamed(t.need("older"), t.need("newer"))).toList();
  }

  private static Map<String, Object> plain(Fields fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    fields.node().fields().forEach((key, f) -> map.put(key, f.value().plain()));
    return map;
  }
}
