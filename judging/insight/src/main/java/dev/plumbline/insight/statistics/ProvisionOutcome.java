package dev.plumbline.insight.statistics;

import dev.plumbline.core.Verdict;
import dev.plumbline.judging.GroupResult;

/** What became of a provision. */
public enum ProvisionOutcome {
  PASS,
  FAIL,
  INCONCLUSIVE,
  NOT_APPLICABLE,
  /** A recommendation declined with a reason; no pass and no failure. */
  DECLINED;

  static ProvisionOutcome of(GroupResult group) {
    return group.verdict().map(ProvisionOutcome::of).orElse(DECLINED);
  }

  private static ProvisionOutcome of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
    };
  }
}
