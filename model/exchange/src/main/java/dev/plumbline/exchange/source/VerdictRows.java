package dev.plumbline.exchange.source;

import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.exchange.layout.VerdictWords;
import dev.plumbline.exchange.layout.VerdictWords.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table with a verdict in each row. */
public final class VerdictRows {
  private static final int DEEPEST_HEADING = 20;

  private final VerdictWords words;
  private final Problems problems;

  /** Reads with these words. */
  public VerdictRows(VerdictWords words, Problems problems) {
    this.words = words;
    this.problems = problems;
  }

  /**
   * What stands around a table.
   *
   * @param testCase that it stands under
   * @param units that it is about, where its rows name none
   */
  public record Around(
      Optional<String> testCase, List<String> units, Optional<String> by, Optional<String> on) {
    /** A table that stands alone. */
    public static final Around NOTHING =
        new Around(Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** The verdicts of a table; empty when it has no column of verdicts. */
  public Optional<List<StatedVerdict>> read(List<List<GridCell>> rows, Around around) {
    for (int i = 0; i < Math.min(rows.size(), DEEPEST_HEADING); i++) {
      Map<Integer, Field> fields = fields(rows.get(i));
      boolean named = fields.containsValue(Field.UNIT) || !around.units().isEmpty();
      if (fields.containsValue(Field.VERDICT) && named) {
        Map<Integer, String> headings = new LinkedHashMap<>();
        rows.get(i).forEach(c -> headings.put(c.column(), c.text()));
        List<StatedVerdict> stated = new ArrayList<>();
        rows.subList(i + 1, rows.size())
            .forEach(r -> stated.addAll(row(r, fields, headings, around)));
        return Optional.of(stated);
      }
    }
    return Optional.empty();
  }

  private Map<Integer, Field> fields(List<GridCell> row) {
    Map<Integer, Field> fields = new LinkedHashMap<>();
    for (GridCell cell : row) {
      words
          .field(cell.text())
          .filter(f -> !fields.containsValue(f))
          .ifPresent(f -> fields.put(cell.column(), f));
    }
    return fields;
  }

  private List<StatedVerdict> row(
      List<GridCell> row,
      Map<Integer, Field> fields,
      Map<Integer, String> headings,
      Around around) {
    Map<Field, GridCell> cells = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (GridCell cell : row) {
      Optional<Field> field = Optional.ofNullable(fields.get(cell.column()));
      field.ifPresent(f -> cells.put(f, cell));
      if (field.isEmpty() && headings.containsKey(cell.column())) {
        others.add(headings.get(cell.column()) + ": " + cell.text());
      }
    }
    Optional<GridCell> said = Optional.ofNullable(cells.get(Field.VERDICT));
    if (said.isEmpty()) {
      return List.of();
    }
    Optional<Verdict> verdict = words.verdict(said.get().text());
    if (verdict.isEmpty()) {
      problems.error(
          "PLB-9551",
          said.get().place(),
          "'" + Shape.shown(said.get().text()) + "' is not a verdict.",
          "Write PASS, FAIL, INCONCLUSIVE or N/A, no more.");
      return List.of();
    }
    String unit = text(cells, Field.UNIT);
    int at = unit.indexOf('@');
    List<String> units = unit.isEmpty() ? around.units() : words.units(unit, around.testCase());
    if (units.isEmpty()) {
      problems.error(
          "PLB-9552",
          row.getFirst().place(),
          "'" + Shape.shown(unit) + "' names no test unit.",
          "Write it like 5.6-1-2c.");
      return List.of();
    }
    List<String> subjects =
        at >= 0 && !cells.containsKey(Field.SUBJECT)
            ? List.of(unit.substring(at + 1).strip())
            : VerdictWords.subjects(text(cells, Field.SUBJECT));
    String reason = text(cells, Field.REASON);
    others.addFirst(reason);
    String whole = String.join("; ", others.stream().filter(o -> !o.isBlank()).toList());
    return units.stream()
        .map(
            u ->
                new StatedVerdict(
                    u,
                    subjects,
                    verdict.get(),
                    whole,
                    given(cells, Field.BY).or(around::by),
                    given(cells, Field.DATE).or(around::on),
                    VerdictWords.subjects(text(cells, Field.EVIDENCE)),
                    text(cells, Field.REMEDY),
                    said.get().place()))
        .toList();
  }

  private static Optional<String> given(Map<Field, GridCell> cells, Field field) {
    return Optional.ofNullable(cells.get(field)).map(GridCell::text);
  }

  private static String text(Map<Field, GridCell> cells, Field field) {
    return given(cells, field).orElse("");
  }
}
