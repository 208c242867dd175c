package dev.plumbline.workbench.change;

import dev.plumbline.core.Verdict;
import dev.plumbline.insight.change.Change;
import dev.plumbline.insight.change.Change.Part;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.VerdictChange;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.page.VerdictView;
import dev.plumbline.workbench.product.Product;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What differs between two states of a dossier.
 *
 * @param before name of the earlier state
 * @param after name of the later one
 * @param groups what is declared, what may be tested and what was gathered; none of them is empty
 * @param notJudged why no verdicts are compared; empty where they are
 * @param overall the verdict on the whole, before and after
 * @param provisions whose verdict is another one
 * @param items whose verdict is another one
 * @param kept items that rest on what changed and keep their verdict
 */
public record DifferenceView(
    String before,
    String after,
    List<DifferenceRows<Line>> groups,
    String notJudged,
    Optional<Turned> overall,
    DifferenceRows<Turned> provisions,
    DifferenceRows<Turned> items,
    int kept) {
  private static final int MOST_CAUSES = 3;
  private static final int LONGEST = 400;
  private static final String NOTHING = "nothing";

  /**
   * One change.
   *
   * @param kind added, removed or changed
   */
  public record Line(String name, String kind, String before, String after) {}

  /**
   * Something whose verdict is another one.
   *
   * @param path its page; empty where the dossier has it no more
   * @param because what changed that it rests on
   */
  public record Turned(
      String name, String path, String before, String after, List<String> because) {}

  /** Where the parts of a dossier are listed. */
  private record Heading(String id, String title, Set<Part> parts) {}

  private static final List<Heading> HEADINGS =
      List.of(
          new Heading("product", "Product", Set.of(Part.PRODUCT)),
          new Heading("ics", "ICS", Set.of(Part.CONDITION, Part.FEATURE, Part.ANSWER)),
          new Heading("ixit", "IXIT", Set.of(Part.TABLE, Part.ROW, Part.CELL)),
          new Heading("testing", "What may be tested", Set.of(Part.TESTING)),
          new Heading("gathered", "Gathered", Set.of(Part.EVIDENCE, Part.RUN, Part.DECISION)));

  /**
   * What differs.
   *
   * @param product whose pages show the later state
   * @param asked which rows are shown
   * @param hidden whether decisions are kept from all eyes, since a side has blind reviews
   */
  static DifferenceView of(
      Product product,
      DifferenceRows.Asked asked,
      String before,
      String after,
      DossierDiff diff,
      boolean hidden) {
    List<Change> all =
        Stream.of(diff.changes(), diff.testing(), diff.record()).flatMap(List::stream).toList();
    List<Touched> turned = diff.verdicts().map(VerdictChange::turned).orElse(List.of());
    return new DifferenceView(
        Visible.of(before, LONGEST),
        Visible.of(after, LONGEST),
        HEADINGS.stream()
            .map(h -> group(asked, h, all, hidden))
            .filter(g -> g.count() > 0)
            .toList(),
        Visible.of(diff.notJudged(), LONGEST),
        diff.verdicts()
            .map(v -> new Turned("Overall", "", word(v.before()), word(v.after()), List.of())),
        DifferenceRows.of(
            asked,
            "provisions",
            "Provisions with another verdict",
            diff.verdicts().map(VerdictChange::provisions).orElse(List.of()),
            p ->
                new Turned(
                    p.provision() + " " + Visible.of(p.title(), 120),
                    p.after().equals("absent")
                        ? ""
                        : ItemLinks.provision(product, p.provision().value()),
                    word(p.before()),
                    word(p.after()),
                    List.of())),
        DifferenceRows.of(
            asked, "items", "Test items with another verdict", turned, t -> item(product, t)),
        diff.verdicts().map(v -> v.items().size() - turned.size()).orElse(0));
  }

  private static DifferenceRows<Line> group(
      DifferenceRows.Asked asked, Heading heading, List<Change> all, boolean hidden) {
    return DifferenceRows.of(
        asked,
        heading.id(),
        heading.title(),
        all.stream().filter(c -> heading.parts().contains(c.part())).toList(),
        c -> line(c, hidden && c.part() == Part.DECISION));
  }

  private static Line line(Change c, boolean hidden) {
    String said = "not shown while reviews are blind";
    return new Line(
        Visible.of(name(c), LONGEST),
        c.kind().word(),
        c.before().isEmpty() ? NOTHING : hidden ? said : Visible.of(c.before(), LONGEST),
        c.after().isEmpty() ? NOTHING : hidden ? said : Visible.of(c.after(), LONGEST));
  }

  private static String name(Change c) {
    return switch (c.part()) {
      case PRODUCT, TESTING -> c.title();
      case ANSWER -> c.where() + " " + c.title() + ", " + c.field();
      case CONDITION -> "Condition " + c.where() + ", " + c.title() + ", " + c.field();
      case FEATURE -> "Feature " + c.where() + ", " + c.title() + ", " + c.field();
      case CELL -> c.where() + ", " + c.title();
      case ROW, TABLE -> c.where();
      case EVIDENCE, RUN, DECISION -> c.title() + " " + c.where();
    };
  }

  private static Turned item(Product product, Touched t) {
    return new Turned(
        Visible.of(t.item().toString(), 200),
        t.after().isPresent() ? ItemLinks.explain(product, t.item()) : "",
        t.before().map(DifferenceView::word).orElse("not in the plan"),
        t.after().map(DifferenceView::word).orElse("not in the plan"),
        causes(t.because()));
  }

  private static List<String> causes(List<String> all) {
    return Stream.concat(
            all.stream().limit(MOST_CAUSES).map(b -> Visible.of(b, LONGEST)),
            all.stream()
                .skip(MOST_CAUSES)
                .limit(1)
                .map(b -> "and " + (all.size() - MOST_CAUSES) + " more"))
        .toList();
  }

  /** All parts with a row, in the order of the page. */
  public List<DifferenceRows<?>> parts() {
    return Stream.concat(Stream.of(provisions, items), groups.stream())
        .filter(r -> r.count() > 0)
        .<DifferenceRows<?>>map(r -> r)
        .toList();
  }

  private static String word(Verdict verdict) {
    return VerdictView.of(verdict).word();
  }

  private static String word(String verdict) {
    return verdict.equals(Verdict.INCONCLUSIVE.name()) ? word(Verdict.INCONCLUSIVE) : verdict;
  }
}
