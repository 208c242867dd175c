package dev.plumbline.workbench.change;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Baseline;
import dev.plumbline.app.Comparing;
import dev.plumbline.app.DossierState;
import dev.plumbline.app.EditionChoice;
import dev.plumbline.app.Migrating;
import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Uploads;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dossier beside another state: a revision of git, another dossier that is served, a result of
 * before, or the same declaration in another edition.
 */
public final class DifferencesPage {
  private static final int LONGEST = 200;

  private final Products products;
  private final ProductPages pages;
  private final Clock clock;

  public DifferencesPage(Products products, Answers answers, Clock clock) {
    this.products = products;
    this.pages = new ProductPages(products, answers);
    this.clock = clock;
  }

  /**
   * What the page shows. At most one of the last three is there.
   *
   * @param revision that was asked for
   * @param others products that are served too
   * @param editions other editions that there are
   */
  public record View(
      String path,
      String revision,
      List<Choice> others,
      List<Choice> editions,
      Optional<DifferenceView> difference,
      Optional<BaselineView> baseline,
      Optional<EditionView> edition) {}

  /** Something to compare with. */
  public record Choice(String value, String label, boolean chosen) {}

  /** What was compared with, and what the page is called in a terminal. */
  private record Compared(
      Optional<DifferenceView> difference,
      Optional<BaselineView> baseline,
      Optional<EditionView> edition,
      String command) {}

  /** Compares with what the address names. */
  public void show(Context ctx) {
    Product product = pages.product(ctx);
    Snapshot now = ProductPages.judged(product.state());
    String revision = ProductPages.query(ctx, "revision");
    String with = ProductPages.query(ctx, "with");
    String edition = ProductPages.query(ctx, "edition");
    Compared compared;
    if (!revision.isEmpty()) {
      compared = revision(ctx, product, now, revision);
    } else if (!with.isEmpty()) {
      compared = other(ctx, product, now, products.find(with));
    } else if (!edition.isEmpty()) {
      compared = edition(product, now, edition);
    } else {
      compared =
          new Compared(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Command.of("diff", product.folder(), "--from", "REV"));
    }
    show(ctx, product, now, compared);
  }

  /** Compares with the result of before that is sent. */
  public void baseline(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Snapshot now = ProductPages.judged(product.state());
    byte[] sent =
        Uploads.of(ctx, "result").stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        422, "No file was sent.", "Go back and choose a result.json of before."))
            .content();
    BaselineView view;
    try {
      Baseline baseline = Baseline.of(sent);
      Optional<String> mismatch = baseline.mismatch(now.workspace());
      if (mismatch.isPresent()) {
        throw unusable(mismatch.get());
      }
      view = BaselineView.of(product, baseline.comparison(assessed(now), false).comparison());
    } catch (UnusableInputException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
    show(
        ctx,
        product,
        now,
        new Compared(
            Optional.empty(),
            Optional.of(view),
            Optional.empty(),
            Command.of("assess", product.folder(), "--baseline", "result.json")));
  }

  private static Refusal unusable(String why) {
    return new Refusal(
        422,
        "This file cannot be compared with. " + Visible.of(why, 400),
        "Send a result.json that report or assess wrote for this product.");
  }

  private void show(Context ctx, Product product, Snapshot now, Compared compared) {
    pages.show(
        ctx,
        product,
        now,
        "differences",
        new Named("Differences", "differences", compared.command()),
        new View(
            product.path() + "/differences",
            Visible.of(ProductPages.query(ctx, "revision"), LONGEST),
            products.all().stream()
                .filter(p -> !p.id().equals(product.id()))
                .map(p -> choice(ctx, "with", p.id(), p.id()))
                .toList(),
            EditionChoice.all().stream()
                .map(e -> e.id().version())
                .filter(v -> !v.equals(now.workspace().catalogue().edition().id().version()))
                .map(v -> choice(ctx, "edition", v, "EN 303 645 V" + v))
                .toList(),
            compared.difference(),
            compared.baseline(),
            compared.edition()));
  }

  private static Choice choice(Context ctx, String field, String value, String label) {
    return new Choice(value, label, ProductPages.query(ctx, field).equals(value));
  }

  private Compared revision(Context ctx, Product product, Snapshot now, String revision) {
    LocalDate day = LocalDate.now(clock);
    Opened before = Revisions.open(product, revision, day);
    DossierDiff diff = Comparing.compare(before, assessed(now), day);
    String name = new DossierState(product.folder(), Optional.of(revision)).name();
    return difference(
        DifferenceView.of(
            product,
            asked(ctx, product, "revision", revision),
            name,
            product.folder().toString(),
            diff,
            isBlind(now.workspace()) || isBlind(before.workspace().orElseThrow())),
        Command.of("diff", product.folder(), "--from", revision));
  }

  private static Compared other(Context ctx, Product product, Snapshot now, Product other) {
    Snapshot before = ProductPages.judged(other.state());
    return difference(
        DifferenceView.of(
            product,
            asked(ctx, product, "with", other.id()),
            other.folder().toString(),
            product.folder().toString(),
            Comparing.compare(assessed(before), assessed(now)),
            isBlind(now.workspace()) || isBlind(before.workspace())),
        Command.of("diff", other.folder(), product.folder()));
  }

  /** Which rows the address asks for. */
  private static DifferenceRows.Asked asked(
      Context ctx, Product product, String field, String value) {
    String from = ProductPages.query(ctx, "from");
    return new DifferenceRows.Asked(
        product.path() + "/differences?" + field + "=" + ProductPages.encoded(value),
        ProductPages.query(ctx, "part"),
        from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0);
  }

  private static Compared difference(DifferenceView view, String command) {
    return new Compared(Optional.of(view), Optional.empty(), Optional.empty(), command);
  }

  private static Compared edition(Product product, Snapshot now, String version) {
    try {
      return new Compared(
          Optional.empty(),
          Optional.empty(),
          Optional.of(
              EditionView.of(Migrating.of(now.workspace(), EditionChoice.named(version)).plan())),
          Command.of("migrate", product.folder(), "--to", version, "--out", "NEW-DIR"));
    } catch (UnusableInputException | IOException e) {
      throw new Refusal(
          422,
          Visible.of(String.valueOf(e.getMessage()), 400),
          "Choose another edition, or mend the file that it names.");
    }
  }

  private static AssessedDossier assessed(Snapshot snapshot) {
    return new AssessedDossier(snapshot.workspace(), snapshot.assessment());
  }

  /** Whether no page may show a decision before another person gave a verdict. */
  private static boolean isBlind(Workspace workspace) {
    return workspace.dossier().team().policy().blind();
  }
}
