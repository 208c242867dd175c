package dev.plumbline.workbench.product;

import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.StoredResult;
import dev.plumbline.core.Problem;
import dev.plumbline.insight.portfolio.JudgedProduct;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the list of products keeps of one: little, for many. */
public sealed interface ProductSummary {

  /** A product that nobody has judged yet since the server was started. */
  record Pending() implements ProductSummary {}

  /**
   * A product that was judged.
   *
   * @param product without what labels ask
   * @param waiting items that wait for a person
   * @param searched items that wait for a confirmation
   */
  record Standing(JudgedProduct product, int waiting, int searched) implements ProductSummary {}

  /**
   * A dossier that has to be mended first.
   *
   * @param first its first error; empty where its folder cannot be read
   */
  record Broken(int problems, Optional<Problem> first) implements ProductSummary {}

  /** Of a result that was stored. */
  static ProductSummary of(StoredResult stored) {
    return stored
        .product()
        .<ProductSummary>map(
            p -> new Standing(p.withoutLevels(), stored.waiting(), stored.searched()))
        .orElseGet(() -> new Broken(stored.errors(), stored.first()));
  }

  /** Of a dossier that was judged now. */
  static ProductSummary of(Path folder, Outcome outcome) {
    return of(
        switch (outcome) {
          case Outcome.Judged judged -> StoredResult.of(folder, judged.dossier(), List.of());
          case Outcome.Unusable unusable -> StoredResult.unusable(unusable.problems());
        });
  }
}
