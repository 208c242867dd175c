package dev.plumbline.workbench.overview;

import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.settling.NextSteps;
import dev.plumbline.judging.settling.Step;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.page.VerdictView;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where one product stands, and what is left to do. */
public final class OverviewPage {
  private static final int MOST = 8;
  private static final int MOST_FLAWS = 12;

  private final ProductPages pages;
  private final Clock clock;

  public OverviewPage(Products products, Answers answers, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param waiting items that wait for a person
   * @param searched items that wait for a confirmation
   * @param stale decisions that went stale
   */
  public record View(
      String path,
      String name,
      String version,
      String edition,
      VerdictView verdict,
      String meaning,
      List<Count> counts,
      List<Section> sections,
      int waiting,
      int searched,
      int stale,
      ProgressView progress,
      ProductPicture picture,
      List<StepView> steps,
      List<Flaw> flaws,
      int moreFlaws,
      List<Contradiction> contradictions,
      int moreContradictions,
      int problems) {}

  /** One of the four counts. */
  public record Count(String name, int number, String note, String bar) {}

  /** A section of the heat map. */
  public record Section(String id, String title, List<Cell> cells) {}

  /**
   * A provision in the heat map.
   *
   * @param path of its page
   */
  public record Cell(String id, String title, VerdictView verdict, String path) {}

  /** What would settle much. */
  public record StepView(String line, String gain, String units) {}

  /** Something seen that speaks against the product. */
  public record Flaw(String item, String reason, String path) {}

  /** A statement that the device contradicts. */
  public record Contradiction(String declared, String observed, String place) {}

  /** Shows it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    pages.show(
        ctx,
        product,
        snapshot,
        "overview",
        new Named("Overview", "overview", Command.of("status", product.folder())),
        view(product, snapshot));
  }

  private View view(Product product, Snapshot snapshot) {
    Assessment result = snapshot.assessment();
    List<Flaw> flaws =
        result.flawsSeen().stream()
            .map(
                f ->
                    new Flaw(
                        Visible.of(f.item().toString(), 200),
                        Visible.of(f.reason(), 500),
                        f.aside()
                            ? ItemLinks.provision(product, f.item().unit().provision().value())
                            : ItemLinks.explain(product, f.item())))
            .toList();
    List<Contradiction> contradictions =
        result.contradictions().stream()
            .map(
                c ->
                    new Contradiction(
                        Visible.of(c.declared(), 300),
                        Visible.of(c.observed(), 300),
                        Visible.of(c.place().toString(), 120)))
            .toList();
    return new View(
        product.path(),
        Visible.of((result.product().manufacturer() + " " + result.product().name()).trim(), 200),
        Visible.of(result.product().softwareVersion(), 120),
        result.catalogue().edition().document(),
        VerdictView.of(result.verdict()),
        Words.meaning(result.verdict()),
        counts(result.counts()),
        sections(product, result),
        snapshot.waiting(),
        snapshot.searched(),
        (int) result.items().filter(Judged::stale).count(),
        ProgressView.of(product, snapshot, LocalDate.now(clock)),
        ProductPicture.of(product, snapshot),
        NextSteps.of(result).stream().limit(MOST).map(s -> step(s, product)).toList(),
        flaws.stream().limit(MOST_FLAWS).toList(),
        Math.max(0, flaws.size() - MOST_FLAWS),
        contradictions.stream().limit(MOST).toList(),
        Math.max(0, contradictions.size() - MOST),
        result.problems().size());
  }

  private static List<Count> counts(Counts c) {
    return List.of(
        count("Declared", c.declared(), "test items that follow from the dossier", c.declared()),
        count("Planned", c.planned(), "something can decide them", c.declared()),
        count("Executed", c.executed(), "a probe, a rule or a person looked at them", c.declared()),
        count("Evidenced", c.evidenced(), "traced to evidence that is kept", c.declared()));
  }

  private static Count count(String name, int number, String note, int whole) {
    return new Count(name, number, note, Integer.toString(whole == 0 ? 0 : 100 * number / whole));
  }

  private static List<Section> sections(Product product, Assessment result) {
    return result.sections().stream()
        .map(
            s ->
                new Section(
                    s.section().id(),
                    s.section().title(),
                    s.groups().stream().map(g -> cell(product, g)).toList()))
        .toList();
  }

  private static Cell cell(Product product, GroupResult group) {
    String id = group.provision().id().value();
    return new Cell(
        id,
        group.provision().title(),
        VerdictView.of(group.verdict()),
        ItemLinks.provision(product, id));
  }

  private static StepView step(Step step, Product product) {
    List<String> units =
        Stream.concat(step.settles().stream(), step.helps().stream())
            .map(i -> i.unit().value())
            .distinct()
            .toList();
    String some = units.stream().limit(6).collect(Collectors.joining(", "));
    return new StepView(
        Visible.of(step.line().replace("DIR", product.folder().toString()), 400),
        step.gain(),
        units.size() > 6 ? some + " and " + (units.size() - 6) + " more units" : some);
  }
}
