package dev.plumbline.benchmarks;

import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dossiers of the same content for products with other names, each of fresh objects. */
record Dossiers(Dossier pattern) {
  private static final String DESCRIPTION = "description";

  Dossier next(int number) {
    return new Dossier(
        product(number),
        pattern.ics(),
        ixit(),
        pattern.evidence(),
        pattern.observations().stream().map(Dossiers::fresh).toList(),
        pattern.decisions());
  }

  /** The rows that have a description. */
  List<IxitEntry> described() {
    return pattern.ixit().tables().values().stream()
        .flatMap(List::stream)
        .filter(e -> e.cell(DESCRIPTION).isPresent())
        .toList();
  }

  /** The pattern itself, of which the description of a row says something else. */
  Dossier changed(IxitEntry row, int number) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>(pattern.ixit().tables());
    tables.computeIfPresent(
        row.table(),
        (table, rows) -> rows.stream().map(r -> r.equals(row) ? said(r, number) : r).toList());
    return new Dossier(
        pattern.product(),
        pattern.ics(),
        new Ixit(tables, pattern.ixit().roles(), pattern.ixit().remarks()),
        pattern.evidence(),
        pattern.observations(),
        pattern.decisions());
  }

  private static IxitEntry said(IxitEntry row, int number) {
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    cells.computeIfPresent(
        DESCRIPTION,
        (key, cell) ->
            new Cell(
                key,
                new Scalar(
                    cell.text() + " " + number, true, cell.node().place(), cell.node().span())));
    return new IxitEntry(row.table(), row.id(), cells, row.remarks(), row.draft(), row.place());
  }

  private static Observation fresh(Observation o) {
    return new Observation(
        o.key(),
        o.subject(),
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        o.source(),
        o.evidence());
  }

  private static Map<String, Cell> fresh(Map<String, Cell> cells) {
    Map<String, Cell> all = new LinkedHashMap<>();
    cells.forEach((key, cell) -> all.put(key, new Cell(cell.key(), cell.node())));
    return all;
  }

  private Product product(int number) {
    Product p = pattern.product();
    return new Product(
        p.edition(),
        p.manufacturer() + " " + number,
        p.name() + " " + number,
        p.model() + "-" + number,
        p.hardwareVersion(),
        p.softwareVersion(),
        p.unit(),
        p.state(),
        p.serial() + "-" + number,
        p.mac(),
        p.targets(),
        p.authorisation(),
        p.publicPages(),
        p.loginBudget(),
        p.credentials(),
        p.samples(),
        p.place());
  }

  // New entries and observations, so that nothing that was kept for one of them serves the next.
  private Ixit ixit() {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
    pattern
        .ixit()
        .tables()
        .forEach(
            (table, entries) ->
                tables.put(
                    table,
                    entries.stream()
                        .map(
                            e ->
                                new IxitEntry(
                                    e.table(),
                                    e.id(),
                                    fresh(e.cells()),
                                    e.remarks(),
                                    e.draft(),
                                    e.place()))
                        .toList()));
    return new Ixit(tables, pattern.ixit().roles(), pattern.ixit().remarks());
  }
}
