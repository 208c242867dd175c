package dev.plumbline.reports.html;

import dev.plumbline.core.Verdict;
import dev.plumbline.insight.portfolio.JudgedProduct;
import dev.plumbline.insight.portfolio.Portfolio;
import dev.plumbline.insight.portfolio.Portfolio.CommonFailure;
import dev.plumbline.insight.portfolio.Portfolio.Readiness;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.Words;
import dev.plumbline.reports.html.PortfolioView.FailureRow;
import dev.plumbline.reports.html.PortfolioView.ProductRow;
import dev.plumbline.reports.html.PortfolioView.StaleRow;
import dev.plumbline.reports.html.PortfolioView.SupportRow;
import dev.plumbline.reports.html.PortfolioView.UnjudgedRow;
import dev.plumbline.reports.html.ReportView.BarView;
import dev.plumbline.reports.html.ReportView.PartView;
import dev.plumbline.reports.html.ReportView.TallyView;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A portfolio as one self-contained page: no script, strict content policy. */
public final class PortfolioReportPage {
  private static final int LONGEST = 200;

  private final Portfolio portfolio;
  private final LocalDate horizon;

  private PortfolioReportPage(Portfolio portfolio, LocalDate horizon) {
    this.portfolio = portfolio;
    this.horizon = horizon;
  }

  /**
   * Writes the page as UTF-8.
   *
   * @param horizon support that ends by then is shown
   */
  public static void write(Portfolio portfolio, LocalDate horizon, OutputStream out)
      throws IOException {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    Utf8ByteOutput page = new Utf8ByteOutput();
    engine.render("portfolio.jte", new PortfolioReportPage(portfolio, horizon).view(), page);
    page.writeTo(out);
  }

  /**
   * What the page shows, for another page that shows the same.
   *
   * @param horizon support that ends by then is shown
   */
  public static PortfolioView view(Portfolio portfolio, LocalDate horizon) {
    return new PortfolioReportPage(portfolio, horizon).view();
  }

  private PortfolioView view() {
    Styles styles = Styles.ofScreen();
    int most =
        portfolio.commonFailures().stream().mapToInt(CommonFailure::products).max().orElse(1);
    return new PortfolioView(
        styles.hash(),
        styles.element(),
        portfolio.on().toString(),
        horizon.toString(),
        portfolio.entries().size(),
        tallies(),
        items(portfolio.counts()),
        portfolio.judged().stream().map(PortfolioReportPage::row).toList(),
        List.of(
            new TallyView("eligible", "pass", 0),
            new TallyView("provisions met, the rest open", "declined", 0),
            new TallyView("provisions met once searches are confirmed", "na", 0),
            new TallyView("cannot tell", "inconclusive", 0),
            new TallyView("not eligible", "fail", 0)),
        portfolio.readiness().stream().map(this::bar).toList(),
        portfolio.commonFailures().stream()
            .map(
                f ->
                    new FailureRow(
                        f.provision().value(),
                        f.edition(),
                        f.products(),
                        number(100.0 * f.products() / most)))
            .toList(),
        portfolio.supportEndingBy(horizon).stream().map(this::support).toList(),
        portfolio.withoutSupportEnd(),
        portfolio.stale().stream()
            .map(p -> new StaleRow(name(p), p.staleDecisions(), p.outdated()))
            .toList(),
        portfolio.unjudged().stream()
            .map(
                u ->
                    new UnjudgedRow(
                        Visible.of(u.folder(), LONGEST), u.problems(), Visible.of(u.first())))
            .toList());
  }

  private List<TallyView> tallies() {
    List<TallyView> tallies = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS)) {
      tallies.add(
          new TallyView(
              Words.verdict(verdict),
              DetailViews.verdict(verdict).css(),
              portfolio.verdicts().getOrDefault(verdict, 0)));
    }
    tallies.add(new TallyView("not judged", "na", portfolio.unjudged().size()));
    return tallies;
  }

  private static String items(Counts counts) {
    return "Test items of all products: "
        + counts.proved()
        + " proved, "
        + counts.confirmed()
        + " confirmed after a search, "
        + counts.decided()
        + " decided by a person; "
        + counts.searched()
        + " searched and not confirmed, which is no pass.";
  }

  private static ProductRow row(JudgedProduct p) {
    return new ProductRow(
        name(p),
        Visible.of(p.softwareVersion(), LONGEST),
        Visible.of(p.folder(), LONGEST),
        p.edition(),
        DetailViews.verdict(p.verdict()),
        p.number(Verdict.FAIL),
        p.number(Verdict.INCONCLUSIVE),
        p.number(Verdict.PASS),
        p.counts().proved(),
        p.counts().confirmed(),
        p.counts().decided(),
        p.counts().searched(),
        p.contradictions(),
        p.supportEnds().map(LocalDate::toString).orElse("not declared"));
  }

  private SupportRow support(JudgedProduct p) {
    LocalDate ends = p.supportEnds().orElseThrow();
    return new SupportRow(name(p), ends.toString(), ends.isBefore(portfolio.on()));
  }

  private static String name(JudgedProduct p) {
    return Visible.of(p.name(), LONGEST);
  }

  private BarView bar(Readiness r) {
    List<PartView> parts = new ArrayList<>();
    int whole = portfolio.judged().size();
    double x = 0;
    int[] numbers = {
      r.eligible(), r.provisionsMet(), r.searched(), r.cannotTell(), r.notEligible()
    };
    String[] css = {"pass", "declined", "na", "inconclusive", "fail"};
    for (int i = 0; i < numbers.length; i++) {
      double width = 100.0 * numbers[i] / whole;
      if (numbers[i] > 0) {
        parts.add(new PartView(css[i], number(x), number(width)));
      }
      x += width;
    }
    String label =
        numbers[0]
            + " eligible, "
            + numbers[1]
            + " with provisions met, "
            + numbers[2]
            + " searched and not confirmed, "
            + numbers[3]
            + " cannot tell, "
            + numbers[4]
            + " not eligible";
    return new BarView(r.level().scheme(), r.level().id(), label, parts);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
