package dev.plumbline.app.portfolio;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Walk;
import dev.plumbline.app.team.Confirmation;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.insight.portfolio.JudgedProduct;
import dev.plumbline.insight.portfolio.PortfolioEntry;
import dev.plumbline.insight.portfolio.UnjudgedProduct;
import dev.plumbline.insight.statistics.ProductSample;
import dev.plumbline.scheme.Eligibility;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What lists of products, portfolios and statistics keep of a dossier.
 *
 * @param product where it stands; empty where it cannot be judged before it is mended
 * @param sample for statistics; empty where the product is
 * @param waiting items that wait for a person
 * @param searched items that wait for a confirmation
 * @param errors how many errors the dossier has, those of evidence among them
 * @param first the first error, such as evidence that was changed
 */
public record StoredResult(
    Optional<JudgedProduct> product,
    Optional<ProductSample> sample,
    int waiting,
    int searched,
    int errors,
    Optional<Problem> first) {

  /** Of a dossier that was judged. */
  public static StoredResult of(Path folder, AssessedDossier judged, List<Eligibility> levels) {
    List<Problem> errors = errors(judged.result().problems());
    return new StoredResult(
        Optional.of(JudgedProduct.of(folder.toString(), judged.seen(), judged.result(), levels)),
        Optional.of(ProductSample.of(judged.seen(), judged.result())),
        (int) judged.result().items().filter(Walk::waits).count(),
        (int) judged.result().items().filter(Confirmation::isOpen).count(),
        errors.size(),
        errors.stream().findFirst());
  }

  /** Of a dossier that has to be mended first. */
  public static StoredResult unusable(List<Problem> problems) {
    List<Problem> errors = errors(problems);
    return new StoredResult(
        Optional.empty(), Optional.empty(), 0, 0, errors.size(), errors.stream().findFirst());
  }

  private static List<Problem> errors(List<Problem> problems) {
    return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
  }

  /** The same of a dossier as it is named now. */
  StoredResult at(Path folder) {
    return new StoredResult(
        product.map(p -> p.at(folder.toString())), sample, waiting, searched, errors, first);
  }

  /** The line of a portfolio; a dossier with an error of any kind is told as such. */
  public PortfolioEntry entry(Path folder) {
    return product
        .filter(p -> errors == 0)
        .<PortfolioEntry>map(p -> p)
        .orElseGet(
            () ->
                new UnjudgedProduct(
                    folder.toString(),
                    errors,
                    first.map(f -> f.place() + ": " + f.what()).orElse("")));
  }
}
