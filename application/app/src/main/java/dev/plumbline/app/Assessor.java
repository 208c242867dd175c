package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Engine;
import dev.plumbline.judging.ReusableAssessment;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.reuse.ReusableFindings;
import dev.plumbline.judging.rules.CelRules;
import java.time.LocalDate;
import java.util.Optional;

/** Plans and judges dossiers of one edition with the installed checks and rules. */
public final class Assessor {
  private final Catalogue catalogue;
  private final Engine engine;

  public Assessor(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.engine = new Engine(catalogue, Checks.load().complete(catalogue), CelRules.of(catalogue));
  }

  /** The assessor of a dossier: of its edition with its profiles. */
  public static Assessor of(Workspace workspace) {
    return new Assessor(workspace.catalogue());
  }

  public Plan plan(Dossier dossier) {
    return engine.plan(dossier);
  }

  /**
   * The result for a dossier as it is now.
   *
   * @param day the day that cryptography is judged for
   */
  public Assessment judge(Dossier dossier, CryptoPolicy policy, LocalDate day) {
    return engine.assess(Facts.of(catalogue, dossier, policy, day));
  }

  /**
   * The same result, sooner where this assessor judged an earlier state of the product.
   *
   * @param before what was kept then
   */
  public ReusableAssessment judge(
      Dossier dossier, CryptoPolicy policy, LocalDate day, Optional<ReusableFindings> before) {
    return engine.assess(Facts.of(catalogue, dossier, policy, day), before);
  }
}
