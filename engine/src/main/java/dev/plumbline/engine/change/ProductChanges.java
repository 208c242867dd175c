package dev.plumbline.engine.change;

import dev.plumbline.dossier.Product;
import dev.plumbline.engine.change.Change.Part;
import dev.plumbline.engine.change.ProductFacts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What changed in product.yaml. */
final class ProductChanges {
  private static final String WHERE = "product";

  private ProductChanges() {}

  static List<Change> of(Product before, Product after) {
    List<Change> changes = new ArrayList<>();
    Map<String, Fact> now = ProductFacts.of(after);
    ProductFacts.of(before)
        .forEach(
            (name, was) -> {
              Fact is = now.getOrDefault(name, Fact.plain(""));
              if (!was.compared().equals(is.compared())) {
                changes.add(change(name, was, is));
              }
            });
    return changes;
  }

  private static Change change(String name, Fact was, Fact is) {
    String title = Titles.words(name);
    return was.shown().equals(is.shown())
        ? new Change(
            Part.PRODUCT,
            Change.Kind.CHANGED,
            WHERE,
            name,
            title,
            was.shown(),
            is.shown() + " (what is secret of it is another)")
        : Change.of(Part.PRODUCT, WHERE, name, title, was.shown(), is.shown());
  }
}
