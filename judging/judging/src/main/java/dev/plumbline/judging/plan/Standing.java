package dev.plumbline.judging.plan;

/** What the ICS makes of a provision. */
public enum Standing {
  /** Answered Y: tested. */
  CLAIMED,
  /** N/A, and the statements on conditions and features support it. */
  NOT_APPLICABLE,
  /** A recommendation answered N with a reason: allowed, and not a pass. */
  DECLINED,
  /** A requirement answered N: a non-conformity. */
  REFUSED,
  /** No answer, or one that the rules of Annex B do not allow. */
  UNSETTLED
}
