package dev.plumbline.declaration;

import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * The tables against product.yaml: edition, scope, pages, dates, password samples, client tests.
 */
final class ProductFits implements Concern {
  private final Mapping data = ShippedData.read("scope.yaml");

  @Override
  public void look(DatedDossier declared, Found found) {
    Product product = declared.dossier().product();
    String edition = declared.edition().version();
    if (!product.edition().equals(edition)) {
      found.add("PLB-6001", product.place(), product.edition(), edition);
    }
    if (product.targets().isEmpty()) {
      found.add("PLB-6014", product.place());
    }
    for (IxitTable table : declared.catalogue().tables().values()) {
      for (IxitEntry entry : declared.entries(table)) {
        entry
            .cells()
            .values()
            .forEach(c -> table.column(c.key()).ifPresent(k -> cell(k, c, declared, found)));
      }
    }
    passwords(declared, found);
    clients(declared, found);
  }

  private static void clients(DatedDossier declared, Found found) {
    Ixit ixit = declared.dossier().ixit();
    List<String> known =
        declared.catalogue().tables().keySet().stream()
            .flatMap(t -> ixit.entries(t).stream())
            .map(IxitEntry::subject)
            .toList();
    for (Product.ClientTest test : declared.dossier().product().clients()) {
      test.rows().stream()
          .filter(row -> !known.contains(row))
          .forEach(
              row ->
                  found.add(
                      "PLB-6025", test.place(), row, test.listen(), Texts.instead(row, known)));
    }
  }

  private void cell(IxitColumn column, Cell cell, DatedDossier declared, Found found) {
    if (column.type() == ColumnType.URL) {
      ValueForms.host(cell.text())
          .filter(h -> !pages(declared.dossier().product()).contains(h))
          .ifPresent(h -> found.add("PLB-6015", cell.place(), Texts.shown(cell.text()), h));
    } else if (data.texts("futureDates").contains(column.key())) {
      Optional<LocalDate> date = ValueForms.date(cell.text());
      if (date.isPresent() && date.get().isBefore(declared.today())) {
        found.add("PLB-6016", cell.place(), cell.key(), date.get());
      }
    }
  }

  private static List<String> pages(Product product) {
    return product.publicPages().stream().map(p -> p.toLowerCase(Locale.ROOT)).toList();
  }

  private void passwords(DatedDossier declared, Found found) {
    Optional<IxitTable> table = declared.firstTable(ShippedData.role(data, "mechanisms"));
    if (table.isEmpty()) {
      return;
    }
    List<IxitEntry> entries = declared.entries(table.get());
    Product product = declared.dossier().product();
    product.samples().stream()
        .map(Product.PasswordSample::mechanism)
        .distinct()
        .filter(m -> entries.stream().noneMatch(e -> e.id().equals(m)))
        .forEach(
            m ->
                found.add(
                    "PLB-6017",
                    product.place(),
                    m,
                    table.get().id(),
                    Texts.instead(m, entries.stream().map(IxitEntry::id).toList())));
    entries.forEach(e -> pattern(e, product, found));
  }

  private void pattern(IxitEntry entry, Product product, Found found) {
    Optional<Cell> cell = DatedDossier.filled(entry, ShippedData.need(data, "patternField"));
    if (cell.isEmpty()) {
      return;
    }
    BoundedPattern pattern;
    try {
      pattern = BoundedPattern.compile(cell.get().text());
    } catch (PatternSyntaxException e) {
      found.add("PLB-4032", cell.get().place(), Texts.shown(cell.get().text()), e.getDescription());
      return;
    }
    if (pattern.matcher("").matches()) {
      found.add("PLB-4033", cell.get().place(), Texts.shown(cell.get().text()));
      return;
    }
    long misses =
        product.samples().stream()
            .filter(s -> s.mechanism().equals(entry.id()))
            .filter(s -> s.password().length() <= 256)
            .filter(s -> !pattern.matcher(s.password()).matches())
            .count();
    if (misses > 0) {
      found.add("PLB-6018", cell.get().place(), entry.subject(), misses);
    }
  }
}
