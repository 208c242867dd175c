package dev.plumbline.workbench.change;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.DueRetests;
import dev.plumbline.app.team.RecordingResult.ItemConflict;
import dev.plumbline.app.team.Signers;
import dev.plumbline.app.team.StaleDecision;
import dev.plumbline.dossier.Decision;
import dev.plumbline.insight.change.Retest;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.CardView;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.FormRecorder;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.page.VerdictView;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Uploads;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has to be tested and decided again after the firmware, the declaration, the catalogue or the
 * crypto policy changed, and the form to say that a decision still holds.
 */
public final class ImpactPage {
  private static final int MOST = 300;
  private static final int LONGEST = 20_000;

  private final ProductPages pages;
  private final FormRecorder recorder;
  private final Clock clock;

  public ImpactPage(Products products, Answers answers, Signers keys, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.recorder = new FormRecorder(keys, clock);
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param since a revision of git that names the reasons; empty where none was asked for
   * @param differences page of what changed since then
   * @param run page of a run of the probes alone that have to ask again; empty where none has
   * @param saved how many decisions were just renewed
   */
  public record View(
      String path,
      String since,
      String differences,
      List<Again> again,
      int more,
      List<Source> sources,
      String run,
      List<Stale> stale,
      String saved) {}

  /** An item to test again. */
  public record Again(String item, String path, String by, List<String> why) {}

  /**
   * A probe or importer that has to tell again.
   *
   * @param took how long it took last time
   */
  public record Source(String id, String took) {}

  /**
   * A decision that rests on something that has changed.
   *
   * @param tick value of its box; empty where nobody may see the decision yet
   * @param outdated its evidence of another version
   */
  public record Stale(
      String item,
      String path,
      String tick,
      VerdictView verdict,
      String by,
      String at,
      String reason,
      List<String> changes,
      List<String> outdated) {}

  /** Shows it. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot now = ProductPages.judged(product.state());
    String since = ProductPages.query(ctx, "since");
    DueRetests due = due(product, now, since);
    String command =
        since.isEmpty()
            ? Command.of("delta", product.folder())
            : Command.of("delta", product.folder(), "--since", since);
    List<Source> sources = sources(due);
    pages.show(
        ctx,
        product,
        now,
        "impact",
        new Named("Change impact", "impact", command),
        new View(
            product.path() + "/impact",
            Visible.of(since, 200),
            product.path() + "/differences?revision=" + ProductPages.encoded(since),
            due.again().stream().limit(MOST).map(r -> again(product, r)).toList(),
            Math.max(0, due.again().size() - MOST),
            sources,
            run(product, due),
            StaleDecision.of(now.workspace().dossier(), now.assessment()).stream()
                .map(s -> stale(product, now, s))
                .toList(),
            Visible.of(ProductPages.query(ctx, "saved"), 10)));
  }

  private DueRetests due(Product product, Snapshot now, String since) {
    AssessedDossier assessed = new AssessedDossier(now.workspace(), now.assessment());
    LocalDate day = LocalDate.now(clock);
    return since.isEmpty()
        ? DueRetests.of(assessed)
        : DueRetests.since(assessed, Revisions.open(product, since, day), day);
  }

  private static Again again(Product product, Retest retest) {
    return new Again(
        Visible.of(retest.item().toString(), 200),
        ItemLinks.explain(product, retest.item()),
        retest.by().isEmpty() ? "a person" : Visible.of(String.join(", ", retest.by()), 300),
        retest.why().stream().map(w -> Visible.of(w, 400)).toList());
  }

  private static Stream<String> told(DueRetests due) {
    return new TreeSet<>(due.again().stream().flatMap(r -> r.by().stream()).toList()).stream();
  }

  private static List<Source> sources(DueRetests due) {
    return told(due)
        .map(
            id ->
                new Source(
                    Visible.of(id, 120),
                    Optional.ofNullable(due.took().get(id))
                        .map(ImpactPage::seconds)
                        .orElse("unknown")))
        .toList();
  }

  private static String seconds(Duration took) {
    return (took.toMillis() + 999) / 1000 + " s";
  }

  /** Probes alone have recorded times; importers read the files of other tools. */
  private static String run(Product product, DueRetests due) {
    List<String> probes = told(due).filter(due.took()::containsKey).toList();
    return probes.isEmpty()
        ? ""
        : product.path() + "/test?only=" + ProductPages.encoded(String.join(",", probes));
  }

  private static Stale stale(Product product, Snapshot now, StaleDecision stale) {
    Decision earlier = stale.earlier();
    boolean hidden = CardView.isHidden(now, earlier);
    return new Stale(
        Visible.of(stale.item().toString(), 200),
        ItemLinks.explain(product, stale.item()),
        hidden ? "" : stale.seen().text() + " " + stale.item(),
        hidden
            ? new VerdictView("not shown", "na", "·")
            : VerdictView.of(earlier.finding().verdict()),
        Visible.of(earlier.by(), 120),
        earlier.at().toString(),
        hidden ? CardView.HIDDEN : Visible.of(earlier.finding().reason(), 1000),
        stale.changes().stream().map(c -> Visible.of(c, 400)).toList(),
        stale.outdated().stream()
            .map(f -> Visible.of(f.path() + " (" + f.softwareVersion() + ")", 200))
            .toList());
  }

  /** Records that the ticked decisions still hold, if each item is as it was seen. */
  public void renew(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    List<String> ticked = ctx.formParams("item");
    String because = ProductPages.field(ctx, "because");
    if (ticked.isEmpty()) {
      throw new Refusal(422, "No decision was ticked.", "Go back and tick those that still hold.");
    }
    if (because.isEmpty() || because.length() > LONGEST) {
      throw new Refusal(
          422,
          "Why they still hold is missing, or has more than " + LONGEST + " characters.",
          "Go back and write what changed and why it does not matter.");
    }
    String by = FormRecorder.person(ctx, Guard.session(ctx));
    Snapshot now = ProductPages.judged(product.state());
    List<StaleDecision> known = StaleDecision.of(now.workspace().dossier(), now.assessment());
    List<StaleDecision> wanted = new ArrayList<>();
    for (String tick : ticked) {
      wanted.add(ticked(now, known, tick));
    }
    List<ItemConflict> conflicts =
        recorder.renew(product, by, wanted, because, Uploads.of(ctx, "evidence"));
    if (!conflicts.isEmpty()) {
      throw changed(conflicts.getFirst().item().toString());
    }
    String next = product.path() + "/impact?saved=" + wanted.size();
    if (Answers.wantsJson(ctx)) {
      Answers.json(ctx, Map.of("renewed", wanted.size(), "next", next));
    } else {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
    }
  }

  /** A tick is what the person saw of the item, and the item. */
  private static StaleDecision ticked(Snapshot now, List<StaleDecision> known, String tick) {
    int space = Math.max(0, tick.indexOf(' '));
    String item = tick.substring(space).strip();
    StaleDecision stale =
        known.stream()
            .filter(s -> s.item().toString().equals(item))
            .filter(s -> !CardView.isHidden(now, s.earlier()))
            .findFirst()
            .orElseThrow(() -> changed(item));
    return new StaleDecision(
        stale.item(),
        stale.earlier(),
        stale.changes(),
        stale.outdated(),
        FormRecorder.seen(tick.substring(0, space)));
  }

  private static Refusal changed(String item) {
    return new Refusal(
        409,
        Visible.of(item, 200) + " has changed since you opened the page, so nothing was recorded.",
        "Load the page again and read what is new.");
  }
}
