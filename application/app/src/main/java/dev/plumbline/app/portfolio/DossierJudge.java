package dev.plumbline.app.portfolio;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Assessor;
import dev.plumbline.app.Assessors;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Problem;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Opens and judges dossiers, one after the other. */
public final class DossierJudge {
  private final CryptoPolicy policy;
  private final Function<EditionId, Catalogue> catalogues;
  private final Assessors assessors;

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
   * @param assessors may serve other judges too
   */
  public DossierJudge(
      CryptoPolicy policy, Function<EditionId, Catalogue> catalogues, Assessors assessors) {
    this.policy = policy;
    this.catalogues = catalogues;
    this.assessors = assessors;
  }

  /** Judges the dossier as it is for that day. */
  public Outcome judge(Path folder, LocalDate day) {
    return judge(
        folder, day, (opened, assessor) -> AssessedDossier.of(opened, assessor, policy, day));
  }

  /**
   * The same for a dossier that is judged after each change: asks only those checks and rules again
   * that a change touches, and keeps what they say.
   *
   * @param before what was kept last; empty the first time
   */
  public Outcome judgeAgain(Path folder, LocalDate day, Optional<ReusableFindings> before) {
    return judge(
        folder,
        day,
        (opened, assessor) -> AssessedDossier.again(opened, assessor, policy, day, before));
  }

  /**
   * The same for a dossier of which nothing was changed but what people decided and said.
   *
   * @param before as it was judged for the same day
   */
  public Outcome judgePeople(AssessedDossier before, LocalDate day) {
    Optional<Opened> opened = Workspace.again(before.opened());
    return opened.isPresent()
        ? judge(
            opened.get(),
            (o, assessor) -> AssessedDossier.again(o, assessor, policy, day, before.findings()))
        : judgeAgain(before.workspace().directory(), day, before.findings());
  }

  private Outcome judge(
      Path folder, LocalDate day, BiFunction<Opened, Assessor, AssessedDossier> judging) {
    return judge(Workspace.open(folder, day, catalogues), judging);
  }

  private Outcome judge(Opened opened, BiFunction<Opened, Assessor, AssessedDossier> judging) {
    if (!opened.isJudgeable()) {
      return new Outcome.Unusable(opened.errors().isEmpty() ? opened.problems() : opened.errors());
    }
    Assessor assessor = assessors.of(opened.workspace().orElseThrow().catalogue());
    return new Outcome.Judged(judging.apply(opened, assessor));
  }
}
