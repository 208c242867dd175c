package dev.plumbline.judging;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A dossier that fills every table of an edition and answers every provision Y. */
final class FullDossier {
  private FullDossier() {}

  static Dossier of(Catalogue catalogue, int entries, List<Decision> decisions) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
    catalogue.tables().values().forEach(t -> tables.put(t.id(), entries(t, entries)));
    Map<ProvisionId, IcsAnswer> answers = new LinkedHashMap<>();
    catalogue
        .provisions()
        .keySet()
        .forEach(
            id ->
                answers.put(
                    id, new IcsAnswer(id, Support.YES, "Done.", List.of(), Place.of("ics.yaml"))));
    Map<String, Statement> conditions = new LinkedHashMap<>();
    catalogue.conditions().values().forEach(c -> conditions.put(c.label(), holds(c.label())));
    Map<String, Statement> features = new LinkedHashMap<>();
    catalogue.features().values().forEach(c -> features.put(c.label(), holds(c.label())));
    Product product =
        new Product(
            catalogue.edition().id().version(),
            "Maker",
            "Camera",
            "C1",
            "A",
            "1.0",
            "U-1",
            "initialized",
            "S1",
            "",
            List.of(new Product.Target("192.0.2.1", List.of(), Place.of("product.yaml"))),
            Optional.empty(),
            List.of("example.org:443"),
            new Product.LoginBudget(0, 0),
            List.of(),
            List.of(),
            Place.of("product.yaml"));
    return new Dossier(
        product,
        new Ics(conditions, features, answers),
        new Ixit(tables),
        Map.of(),
        List.<Observation>of(),
        decisions);
  }

  private static Statement holds(String label) {
    return new Statement(label, true, "", Place.of("ics.yaml"));
  }

  private static List<IxitEntry> entries(IxitTable table, int count) {
    List<IxitEntry> entries = new ArrayList<>();
    for (int n = 1; n <= (table.single() ? 1 : count); n++) {
      StringBuilder yaml = new StringBuilder("note: entry " + n + "\n");
      for (IxitColumn column : columns(table)) {
        yaml.append(column.key()).append(": ").append(value(column, n)).append('\n');
      }
      String id = table.single() ? IxitEntry.RECORD : id(table.id(), n);
      entries.add(World.made(table.id(), id, yaml.toString()));
    }
    return entries;
  }

  private static List<IxitColumn> columns(IxitTable table) {
    return Stream.concat(table.columns().stream(), table.fields().stream())
        .filter(c -> !c.key().equals("id"))
        .toList();
  }

  private static String value(IxitColumn column, int n) {
    if (!column.refs().isEmpty()) {
      return "[" + id(column.refs().getFirst(), n) + "]";
    }
    return switch (column.type()) {
      case BOOLEAN -> "true";
      case NUMBER -> "3";
      case ENDPOINTS -> "[tcp/8443]";
      case DATE -> "2030-01-01";
      case LIST -> "[one, two]";
      default -> "A text of some length about " + column.key();
    };
  }

  private static String id(String table, int n) {
    return table.substring(table.indexOf('-') + 1) + "-" + n;
  }
}
