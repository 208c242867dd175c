package dev.plumbline.app.portfolio;

import dev.plumbline.app.PolicyChoice;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.insight.portfolio.Portfolio;
import dev.plumbline.reports.html.PortfolioReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;

/** The products of many dossiers, side by side. */
public record PortfolioSurvey(Portfolio portfolio) {
  /**
   * The result of each dossier: the stored one where that is still right, else it is judged.
   *
   * @param day everything is judged for it
   * @param done is told after each dossier how many are done; by any thread
   * @throws IOException if a dossier cannot be read
   */
  public static PortfolioSurvey of(
      ResultIndex index, List<Path> folders, PolicyChoice policy, LocalDate day, IntConsumer done)
      throws IOException, InterruptedException {
    return new PortfolioSurvey(
        new Portfolio(
            day,
            new Survey(index, policy, day).of(folders, l -> l.result().entry(l.folder()), done)));
  }

  /** Whether a dossier could not be judged. */
  public boolean hasErrors() {
    return !portfolio.unjudged().isEmpty();
  }

  /**
   * Writes a page with table and charts.
   *
   * @param horizon support that ends before it is shown as ending
   */
  public void writePage(Path file, LocalDate horizon) throws IOException {
    WholeFile.write(file, page -> PortfolioReportPage.write(portfolio, horizon, page));
  }
}
