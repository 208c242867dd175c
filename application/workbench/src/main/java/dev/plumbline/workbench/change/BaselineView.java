package dev.plumbline.workbench.change;

import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultChange;
import dev.plumbline.insight.comparison.ResultChange.Weight;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.product.Product;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a product since a result of before.
 *
 * @param then version of the software in that result
 * @param now version of the software now
 * @param otherFacts whether it was made with another catalogue or crypto policy
 * @param groups what got worse, what got better, and what else people should know of
 */
public record BaselineView(String then, String now, boolean otherFacts, List<Group> groups) {
  private static final int MOST = 200;
  private static final int LONGEST = 500;

  /**
   * Changes of one weight.
   *
   * @param more how many more there are
   */
  public record Group(String title, int count, List<Line> lines, int more) {}

  /**
   * A change.
   *
   * @param path page of the item or provision; empty where the dossier has it no more
   */
  public record Line(String subject, String path, String what, String reason) {}

  static BaselineView of(Product product, Comparison comparison) {
    return new BaselineView(
        Visible.of(comparison.before().softwareVersion(), 120),
        Visible.of(comparison.now().softwareVersion(), 120),
        comparison.factsDiffer(),
        Stream.of(Weight.values()).map(w -> group(product, comparison, w)).toList());
  }

  private static Group group(Product product, Comparison comparison, Weight weight) {
    List<ResultChange> all = comparison.changes(weight);
    return new Group(
        switch (weight) {
          case WORSE -> "Worse";
          case BETTER -> "Better";
          case TOLD -> "New, gone, or decided on what has changed";
        },
        all.size(),
        all.stream().limit(MOST).map(c -> line(product, comparison, c)).toList(),
        Math.max(0, all.size() - MOST));
  }

  private static Line line(Product product, Comparison comparison, ResultChange change) {
    return new Line(
        Visible.of(change.subject(), 200),
        path(product, comparison, change.subject()),
        Visible.of(change.what(), LONGEST),
        Visible.of(change.reason(), LONGEST));
  }

  private static String path(Product product, Comparison comparison, String subject) {
    if (comparison.now().provisions().containsKey(subject)) {
      return ItemLinks.provision(product, subject);
    }
    boolean item =
        comparison.now().items().containsKey(subject)
            && UnitId.isValid(subject.substring(0, Math.max(0, subject.indexOf('@'))));
    return item ? ItemLinks.explain(product, ItemId.parse(subject)) : "";
  }
}
