package dev.plumbline.insight.change;

import dev.plumbline.dossier.Product;
import dev.plumbline.insight.change.Change.Part;
import dev.plumbline.insight.change.ProductFacts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What changed in product.yaml. */
final class ProductChanges {
  private static final String WHERE = "product";

  private ProductChanges() {}

  static List<Change> declared(Product before, Product after) {
    return of(Part.PRODUCT, ProductFacts.declared(before), ProductFacts.declared(after));
  }

  static List<Change> testing(Product before, Product after) {
    return of(Part.TESTING, ProductFacts.testing(before), ProductFacts.testing(after));
  }

  private static List<Change> of(Part part, Map<String, Fact> before, Map<String, Fact> now) {
    List<Change> changes = new ArrayList<>();
    before.forEach(
        (name, was) -> {
          Fact is = now.getOrDefault(name, Fact.plain(""));
          if (!was.compared().equals(is.compared())) {
            changes.add(change(part, name, was, is));
          }
        });
    return changes;
  }

  private static Change change(Part part, String name, Fact was, Fact is) {
    String title = Titles.words(name);
    return was.shown().equals(is.shown())
        ? new Change(
            part,
            Change.Kind.CHANGED,
            WHERE,
            name,
            title,
            was.shown(),
            is.shown() + " (what is secret of it is another)")
        : Change.of(part, WHERE, name, title, was.shown(), is.shown());
  }
}
