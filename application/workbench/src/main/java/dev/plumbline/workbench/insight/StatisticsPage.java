package dev.plumbline.workbench.insight;

import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.portfolio.ProductStatistics;
import dev.plumbline.insight.statistics.EditionStatistics;
import dev.plumbline.insight.statistics.ProvisionOutcome;
import dev.plumbline.insight.statistics.ProvisionStatistics;
import dev.plumbline.insight.statistics.Share;
import dev.plumbline.view.portfolio.StatsJson;
import dev.plumbline.view.portfolio.StatsText;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Answers.Page;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of each provision over many products, without telling of one. */
public final class StatisticsPage {
  private static final int MOST_MAKERS = 1_000;

  private final Products products;
  private final Answers answers;
  private final Clock clock;

  public StatisticsPage(Products products, Answers answers, Clock clock) {
    this.products = products;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param k fewest makers behind a number that is shown
   * @param unusable dossiers with errors, which are left out
   */
  public record View(int k, int least, String on, long unusable, List<Edition> editions) {}

  /**
   * One edition.
   *
   * @param atLeast products, at least; 0 where fewer than k makers are among them
   */
  public record Edition(String version, int atLeast, List<Row> rows) {}

  /** One provision. */
  public record Row(
      String provision,
      boolean mandatory,
      String fail,
      String open,
      String pass,
      String notApplicable,
      String declined,
      String effort,
      List<String> behind) {}

  /** Shows it; for programs the same as {@code stats --format json}. */
  public void show(Context ctx) throws IOException, InterruptedException {
    int k = makers(ProductPages.query(ctx, "k"));
    List<java.nio.file.Path> folders = products.all().stream().map(Product::folder).toList();
    ProductStatistics statistics =
        ProductStatistics.of(
            products.index(), folders, PolicyChoice.USUAL, LocalDate.now(clock), k, done -> {});
    if (Answers.wantsJson(ctx)) {
      Answers.json(ctx, StatsJson.of(statistics));
      return;
    }
    answers.page(
        ctx,
        new Page(
            "statistics",
            "Statistics",
            Optional.empty(),
            "statistics",
            Command.of("stats", folders.toArray()),
            new View(
                k,
                ProductStatistics.LEAST,
                statistics.day().toString(),
                statistics.unusable(),
                statistics.statistics().editions().stream()
                    .map(StatisticsPage::edition)
                    .toList())));
  }

  private static int makers(String said) {
    if (said.isEmpty()) {
      return ProductStatistics.LEAST;
    }
    int k = said.matches("\\d{1,4}") ? Integer.parseInt(said) : 0;
    if (k < ProductStatistics.LEAST || k > MOST_MAKERS) {
      throw new Refusal(
          422,
          "k is a number from " + ProductStatistics.LEAST + " to " + MOST_MAKERS + ".",
          "Go back and give another one: fewer makers behind a number are not anonymous.");
    }
    return k;
  }

  private static Edition edition(EditionStatistics e) {
    return new Edition(
        e.edition(), e.atLeast(), e.provisions().stream().map(StatisticsPage::row).toList());
  }

  private static Row row(ProvisionStatistics p) {
    return new Row(
        p.provision().value(),
        p.mandatory(),
        share(p, ProvisionOutcome.FAIL),
        share(p, ProvisionOutcome.INCONCLUSIVE),
        share(p, ProvisionOutcome.PASS),
        share(p, ProvisionOutcome.NOT_APPLICABLE),
        share(p, ProvisionOutcome.DECLINED),
        p.effort().map(StatisticsPage::time).orElse(""),
        List.of(
                behind("Pass", p.passes()),
                behind("Open", p.undecided()),
                behind("N/A", p.absences()))
            .stream()
            .filter(b -> !b.isEmpty())
            .toList());
  }

  private static String time(Duration effort) {
    return effort.toMinutes() + " min " + effort.toSecondsPart() + " s";
  }

  private static String share(ProvisionStatistics p, ProvisionOutcome answer) {
    return Optional.ofNullable(p.answers().get(answer)).map(StatsText::told).orElse("·");
  }

  private static String behind(String what, Map<?, Share> shares) {
    String parts =
        String.join(
            ", ",
            shares.entrySet().stream()
                .filter(e -> !e.getValue().isHidden())
                .map(e -> StatsText.told(e.getValue()) + " " + StatsText.word(e.getKey()))
                .toList());
    return parts.isEmpty() ? "" : what + ": " + parts;
  }
}
