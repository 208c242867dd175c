package dev.plumbline.benchmarks;

import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dossiers of the same content for products with other names, each of fresh objects. */
record Dossiers(Dossier pattern) {

  Dossier next(int number) {
    return new Dossier(
        product(number),
        pattern.ics(),
        ixit(),
        pattern.evidence(),
        pattern.observations(),
        pattern.decisions());
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

  // New entries, so that nothing that was kept for one of them can serve the next.
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
                                    e.cells(),
                                    e.remarks(),
                                    e.draft(),
                                    e.place()))
                        .toList()));
    return new Ixit(tables);
  }
}
