package dev.plumbline.workbench.run;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.run.Driving;
import dev.plumbline.app.run.RunIds;
import dev.plumbline.app.run.RunOrder;
import dev.plumbline.app.run.TestRun;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.trust.ScopeDecision;
import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.version.Version;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.product.State;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run would do, the form that starts it, and how it goes. */
public final class TestPage {
  private static final String USUAL = "provoke";
  private static final String LOGINS = "declared-logins";

  private final ProductPages pages;
  private final TestRuns runs;

  public TestPage(Products products, Answers answers, TestRuns runs) {
    this.pages = new ProductPages(products, answers);
    this.runs = runs;
  }

  /**
   * What the page shows.
   *
   * @param earlier the name of the last run in the journal, which can go on; empty for none
   */
  public record View(
      String path,
      String level,
      List<Level> levels,
      String only,
      RunPlanView plan,
      TrustView trust,
      boolean logins,
      String earlier,
      boolean running,
      Optional<RunView> run) {}

  /** How intrusive a run may be. */
  public record Level(String id, boolean chosen) {}

  /** What a request wants to run. */
  private record Wanted(List<String> only, String level) {
    static Wanted of(String only, String level) {
      return new Wanted(
          Arrays.stream(only.split("[,\\s]+", -1)).filter(p -> !p.isEmpty()).toList(),
          level.isEmpty() ? USUAL : level);
    }

    RunOrder order(String id, boolean resume) {
      try {
        RunOrder order = new RunOrder(id, only, level, false, resume);
        order.options();
        return order;
      } catch (UnusableInputException e) {
        throw new Refusal(422, Visible.of(String.valueOf(e.getMessage()), 600), "Go back.");
      }
    }
  }

  /** Shows it; sends nothing. */
  public void show(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    Workspace workspace = snapshot.workspace();
    Wanted wanted = Wanted.of(ProductPages.query(ctx, "only"), ProductPages.query(ctx, "level"));
    RunOrder order = wanted.order("planned", false);
    TestRun test = test(workspace);
    Optional<LiveRun> live = runs.of(product.id());
    pages.show(
        ctx,
        product,
        snapshot,
        "test",
        new Named("Test", "test", command(product, wanted)),
        new View(
            product.path() + "/test",
            wanted.level(),
            RunOrder.levels().stream().map(l -> new Level(l, l.equals(wanted.level()))).toList(),
            Visible.of(String.join(", ", wanted.only()), 600),
            RunPlanView.of(workspace.product(), order, test.plan(order.options())),
            TrustView.of(trust(workspace), workspace),
            !workspace.product().credentials().isEmpty(),
            Visible.of(test.lastRun().orElse(""), 120),
            live.filter(r -> !r.isOver()).isPresent(),
            live.map(r -> RunView.of(r.order().runId(), r.log().all()))));
  }

  private static String command(Product product, Wanted wanted) {
    return wanted.only().isEmpty()
        ? Command.of("test", product.folder(), "--intrusiveness", wanted.level())
        : Command.of(
            "test",
            product.folder(),
            "--only",
            String.join(",", wanted.only()),
            "--intrusiveness",
            wanted.level());
  }

  /** Programs of a dossier are run at a terminal alone, where somebody has read them. */
  private static TestRun test(Workspace workspace) {
    return new TestRun(workspace, Version.TOOL)
        .with(new Driving(workspace, false, Optional.empty()));
  }

  private static Trust trust(Workspace workspace) throws IOException {
    return Trust.of(workspace, Path.of(System.getProperty("plumbline.home", ".")), System.getenv());
  }

  /** Starts a run, or goes on with the last one. */
  public void start(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Workspace workspace = ProductPages.judged(product.state()).workspace();
    Agreement agreement = agreement(ctx, workspace);
    TestRun test = test(workspace);
    RunOrder order = order(ctx, test);
    runs.start(
        product.id(),
        order,
        log -> {
          RunReporter reporter =
              new RunReporter(log, workspace.product(), product.path(), () -> result(product));
          return () -> test.run(agreement, order.options(), reporter);
        });
    done(ctx, product, order.runId());
  }

  private static RunOrder order(Context ctx, TestRun test) {
    String what = ProductPages.field(ctx, "what");
    Wanted wanted =
        Wanted.of(
            what.equals("logins") ? LOGINS : ProductPages.field(ctx, "only"),
            ProductPages.field(ctx, "level"));
    if (!what.equals("resume")) {
      return wanted.order(RunIds.next(), false);
    }
    String earlier =
        test.lastRun()
            .orElseThrow(
                () -> new Refusal(409, "There is no run to go on with.", "Start a new one."));
    return wanted.order(earlier, true);
  }

  private static Agreement agreement(Context ctx, Workspace workspace) throws IOException {
    Trust trust = trust(workspace);
    return switch (trust.standing()) {
      case ScopeDecision.Agreed agreed -> agreed.agreement();
      case ScopeDecision.Open open ->
          Optional.of(ProductPages.field(ctx, "agree"))
              .filter(d -> !d.isEmpty())
              .flatMap(trust::agree)
              .orElseThrow(
                  () ->
                      new Refusal(
                          409,
                          "Nothing was sent: nobody agreed to what this dossier wants now.",
                          "Load the page again, read what it wants, and tick that you agree."));
      case ScopeDecision.Delicate delicate -> throw forbidden();
      case ScopeDecision.NoPolicy none -> throw forbidden();
    };
  }

  private static Refusal forbidden() {
    return new Refusal(
        403,
        "Nothing was sent: only the laboratory's scope.yaml can allow what this dossier wants.",
        "The page Test names what is missing there.");
  }

  /** Empty also where this thread, the one of the run, is stopped while it reads. */
  private static Optional<Assessment> result(Product product) {
    try {
      return switch (product.now()) {
        case Snapshot s -> Optional.of(s.assessment());
        case State.Broken b -> Optional.empty();
      };
    } catch (UncheckedIOException e) {
      if (!Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Stops the run; what was seen is kept. */
  public void stop(Context ctx) {
    Product product = pages.product(ctx);
    LiveRun run =
        runs.of(product.id())
            .filter(r -> !r.isOver())
            .orElseThrow(
                () -> new Refusal(409, "No run of this product goes on.", "Load the page again."));
    run.stop();
    done(ctx, product, run.order().runId());
  }

  private static void done(Context ctx, Product product, String run) {
    if (Answers.wantsJson(ctx)) {
      Answers.json(ctx, Map.of("run", run, "events", product.path() + "/test/events"));
    } else {
      ctx.redirect(product.path() + "/test#run", HttpStatus.SEE_OTHER);
    }
  }

  /** The run whose events a request wants. */
  LiveRun watched(Context ctx) {
    return runs.of(pages.product(ctx).id()).orElseThrow(Refusal::absent);
  }
}
