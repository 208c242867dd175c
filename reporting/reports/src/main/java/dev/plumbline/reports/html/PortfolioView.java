package dev.plumbline.reports.html;

import dev.plumbline.reports.html.ReportView.BarView;
import dev.plumbline.reports.html.ReportView.TallyView;
import dev.plumbline.reports.html.ReportView.VerdictView;
import java.util.List;

/**
 * All that the page of a portfolio shows. Every text went through {@link
 * dev.plumbline.reports.Visible}; the templates escape it for HTML.
 */
public record PortfolioView(
    String styleHash,
    String styleElement,
    String on,
    String horizon,
    int dossiers,
    List<TallyView> tallies,
    String items,
    List<ProductRow> products,
    List<TallyView> readinessLegend,
    List<BarView> readiness,
    List<FailureRow> failures,
    List<SupportRow> support,
    long withoutSupportEnd,
    List<StaleRow> stale,
    List<UnjudgedRow> unjudged) {

  /** A product. */
  public record ProductRow(
      String name,
      String version,
      String folder,
      String edition,
      VerdictView verdict,
      int fail,
      int open,
      int pass,
      int proved,
      int confirmed,
      int decided,
      int searched,
      int contradictions,
      String supportEnds) {}

  /**
   * A provision that products fail.
   *
   * @param width of its bar, out of 100
   */
  public record FailureRow(String provision, String edition, int products, String width) {}

  /** A product whose support ends. */
  public record SupportRow(String name, String ends, boolean ended) {}

  /** A product with results that have gone stale. */
  public record StaleRow(String name, int decisions, int outdated) {}

  /** A dossier that has to be mended. */
  public record UnjudgedRow(String folder, int problems, String first) {}
}
