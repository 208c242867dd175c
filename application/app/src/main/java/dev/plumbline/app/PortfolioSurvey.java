package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.Problem;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.insight.portfolio.JudgedProduct;
import dev.plumbline.insight.portfolio.Portfolio;
import dev.plumbline.insight.portfolio.PortfolioEntry;
import dev.plumbline.insight.portfolio.UnjudgedProduct;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.html.PortfolioPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The products of many dossiers, side by side. */
public record PortfolioSurvey(Portfolio portfolio) {
  /**
   * Judges each dossier.
   *
   * @param day everything is judged for it
   * @param done is told after each dossier how many are done; by any thread
   */
  public static PortfolioSurvey of(
      List<Path> folders, PolicyChoice policy, LocalDate day, IntConsumer done)
      throws InterruptedException {
    Looking looking = new Looking(Schemes.load(), CatalogueLoader.all(), day);
    return new PortfolioSurvey(
        new Portfolio(day, new Survey(policy.policy(), day).of(folders, looking, done)));
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
    WholeFile.write(file, page -> PortfolioPage.write(portfolio, horizon, page));
  }

  /** What a portfolio keeps of each dossier. */
  private record Looking(SchemeCatalogue schemes, Map<EditionId, Catalogue> editions, LocalDate day)
      implements Survey.Look<PortfolioEntry> {
    @Override
    public PortfolioEntry judged(Path folder, Workspace workspace, Assessment assessment) {
      return JudgedProduct.of(
          folder.toString(),
          workspace.dossier(),
          assessment,
          SchemeStanding.levels(workspace, assessment, schemes, editions, day));
    }

    @Override
    public PortfolioEntry unusable(Path folder, List<Problem> errors) {
      Problem first = errors.getFirst();
      return new UnjudgedProduct(
          folder.toString(), errors.size(), first.place() + ": " + first.what());
    }
  }
}
