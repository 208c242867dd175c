package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.CellText;
import dev.plumbline.app.edit.TableFile;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Draft;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.declaration.IxitField.Held;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table as its file has it, with what of it is proposed.
 *
 * @param id of the row; of a table with a single record, {@code record}; of a new row, empty
 */
record IxitRow(Open open, IxitTable table, String id) {
  String file() {
    return TableFile.name(table);
  }

  private Optional<YamlText> text() {
    return open.text(file());
  }

  /** Where the row stands in a text of the file; empty where it does not. */
  Optional<YamlPath> path(YamlText text) {
    return id.isEmpty() ? Optional.empty() : TableFile.row(text, table, id);
  }

  /** The lines of the row in a text of the file. */
  FileLines lines(YamlText text) {
    return path(text).map(p -> FileLines.of(file(), text, p)).orElse(FileLines.none(file()));
  }

  /** The lines of the row as the file is now. */
  FileLines lines() {
    return text().map(this::lines).orElse(FileLines.none(file()));
  }

  private Optional<Mapping> written() {
    return text()
        .flatMap(t -> path(t).flatMap(t::at))
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }

  /** Whether the file itself has the row, so that it can be edited here. */
  boolean isWritten() {
    return written().isPresent();
  }

  /** The cells as a form holds them, by key; those that no form can hold are absent. */
  Map<String, String> cells() {
    Map<String, String> cells = new LinkedHashMap<>();
    written()
        .ifPresent(
            m ->
                m.fields()
                    .forEach((key, f) -> CellText.of(f.value()).ifPresent(t -> cells.put(key, t))));
    return cells;
  }

  /**
   * The fields of a form.
   *
   * @param entered what a person wrote, by key; empty to show what the file says
   */
  List<IxitField> fields(List<IxitColumn> columns, Map<String, String> entered) {
    Optional<Mapping> row = written();
    Map<String, String> proposed = proposed(row);
    return columns.stream()
        .filter(c -> !c.key().equals("id"))
        .map(
            c ->
                IxitField.of(
                    open,
                    c,
                    new Held(
                        Optional.ofNullable(entered.get(c.key())).or(() -> text(row, c)),
                        proposed.getOrDefault(c.key(), ""),
                        problems(row, c))))
        .toList();
  }

  private static Optional<String> text(Optional<Mapping> row, IxitColumn column) {
    return row.flatMap(m -> m.get(column.key())).map(CellText::of).orElse(Optional.of(""));
  }

  private static Map<String, String> proposed(Optional<Mapping> row) {
    Map<String, String> proposed = new LinkedHashMap<>();
    row.ifPresent(
        m ->
            m.texts(Draft.PROPOSED)
                .forEach(
                    k ->
                        proposed.put(
                            k,
                            Visible.of(
                                m.mapping(Draft.DRAFTED)
                                    .flatMap(d -> d.mapping(k))
                                    .flatMap(o -> o.text(Draft.FROM))
                                    .orElse("a document"),
                                200))));
    return proposed;
  }

  private List<ProblemView> problems(Optional<Mapping> row, IxitColumn column) {
    return row.map(m -> m.fields().get(column.key()))
        .map(f -> FileLines.of(file(), f, text().orElseThrow()))
        .map(l -> ProblemView.at(open.state().problems(), l))
        .orElse(List.of());
  }

  /** How many problems stand at the row. */
  int count() {
    FileLines lines = lines();
    return (int)
        open.state().problems().stream()
            .filter((Problem p) -> p.place().file().equals(file()) && lines.hold(p.place().line()))
            .count();
  }
}
