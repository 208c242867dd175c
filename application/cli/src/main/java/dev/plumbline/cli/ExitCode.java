package dev.plumbline.cli;

import dev.plumbline.core.Verdict;
import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultChange;
import dev.plumbline.insight.comparison.ResultChange.Kind;
import dev.plumbline.insight.comparison.ResultChange.Weight;
import dev.plumbline.judging.Assessment;
import java.util.List;
import java.util.Set;

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
  static ExitCode of(Assessment result) {
    return DossierArgument.errors(result.problems()).isEmpty() ? of(result.verdict()) : DOSSIER;
  }

  static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> OK;
      case FAIL -> FAIL;
      case INCONCLUSIVE, NOT_APPLICABLE -> UNDECIDED;
    };
  }

  /**
   * What a build that is held against a result of before ends with.
   *
   * @param accepted items whose new FAIL does not count
   */
  static ExitCode of(Comparison comparison, Set<String> accepted) {
    List<ResultChange> worse =
        comparison.changes(Weight.WORSE).stream()
            .filter(c -> c.kind() != Kind.NEW_FAIL || !accepted.contains(c.subject()))
            .toList();
    if (worse.stream().anyMatch(c -> c.kind() == Kind.NEW_FAIL)) {
      return FAIL;
    }
    return worse.isEmpty() ? OK : UNDECIDED;
  }
}
