package dev.plumbline.cli.option;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.BaselineComparison;
import dev.plumbline.core.Verdict;

/** How a command ended, for scripts. 1 and 2 are picocli's; ours start at 10. */
public enum ExitCode {
  /** Done; where a product was judged, every item passed, or none got worse than its baseline. */
  OK(0),
  /** Plumbline itself failed. */
  DEFECT(1),
  /** The command line or its input cannot be used. */
  USAGE(2),
  /** At least one FAIL. */
  FAIL(10),
  /** No FAIL, and not everything is decided; against a baseline, worse without a new FAIL. */
  UNDECIDED(11),
  /** The dossier has problems that have to be mended first. */
  DOSSIER(12),
  /** Nothing was sent: nobody agreed to what the dossier wants of this machine. */
  AGREEMENT(13),
  /** Nothing was saved: a colleague saved something else, or is saving. */
  CONFLICT(14);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Of a result: evidence that is not as it was outweighs every verdict. */
  public static ExitCode of(AssessedDossier assessed) {
    return assessed.hasErrors() ? DOSSIER : of(assessed.verdict());
  }

  public static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> OK;
      case FAIL -> FAIL;
      case INCONCLUSIVE, NOT_APPLICABLE -> UNDECIDED;
    };
  }

  /** What a build that is held against a result of before ends with. */
  public static ExitCode of(BaselineComparison comparison) {
    if (comparison.hasNewFail()) {
      return FAIL;
    }
    return comparison.isWorse() ? UNDECIDED : OK;
  }
}
