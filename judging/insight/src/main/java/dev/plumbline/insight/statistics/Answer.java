package dev.plumbline.insight.statistics;

import dev.plumbline.core.Verdict;
import dev.plumbline.judging.GroupResult;

/** What became of a provision. */
public enum Answer {
  PASS,
  FAIL,
  INCONCLUSIVE,
  NOT_APPLICABLE,
  /** A recommendation declined with a reason; no pass and no failure. */
  DECLINED;

  static Answer of(GroupResult group) {
    return group.verdict().map(Answer::of).orElse(DECLINED);
  }

  private static Answer of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> PASS;
      case FAIL -> FAIL;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
    };
  }
}
