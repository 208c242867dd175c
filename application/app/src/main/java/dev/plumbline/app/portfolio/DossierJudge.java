package dev.plumbline.app.portfolio;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Opens and judges dossiers, one after the other. Rules keep what they made of the last, so it is
 * not for several threads.
 */
public final class DossierJudge {
  private final CryptoPolicy policy;
  private final Function<EditionId, Catalogue> catalogues;
  private final Map<EditionId, Kept> assessors = new HashMap<>();

  private record Kept(Catalogue of, Assessor assessor) {}

  /** What became of a dossier. */
  public sealed interface Outcome {
    /** It was judged; evidence that is missing or was changed is told, and counts for nothing. */
    record Judged(AssessedDossier dossier) implements Outcome {}

    /**
     * It has to be mended first.
     *
     * @param problems what is wrong with it; at least one
     */
    record Unusable(List<Problem> problems) implements Outcome {
      public Unusable {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * A judge.
   *
   * @param catalogues gives that of an edition
   */
  public DossierJudge(CryptoPolicy policy, Function<EditionId, Catalogue> catalogues) {
    this.policy = policy;
    this.catalogues = catalogues;
  }

  /** Judges the dossier as it is for that day. */
  public Outcome judge(Path folder, LocalDate day) {
    Opened opened = Workspace.open(folder, day, catalogues);
    if (!opened.isJudgeable()) {
      return new Outcome.Unusable(opened.errors().isEmpty() ? opened.problems() : opened.errors());
    }
    Assessor assessor = assessor(opened.workspace().orElseThrow().catalogue());
    return new Outcome.Judged(AssessedDossier.of(opened, assessor, policy, day));
  }

  /** Making an assessor compiles rules, so the last one of an edition is kept. */
  @SuppressWarnings("ReferenceEquality") // Comparing whole catalogues would take longer.
  private Assessor assessor(Catalogue catalogue) {
    return assessors
        .compute(
            catalogue.edition().id(),
            (id, last) ->
                last != null && last.of() == catalogue
                    ? last
                    : new Kept(catalogue, new Assessor(catalogue)))
        .assessor();
  }
}
