package dev.plumbline.insight.comparison;

import dev.plumbline.core.NumberOrder;

/**
 * One difference between two results.
 *
 * @param subject printed id of the test item, or of the provision where its standing changed
 * @param what in one sentence
 * @param reason of the finding as it is now, or as it was where it is gone; may be empty
 */
public record ResultChange(Kind kind, String subject, String what, String reason)
    implements Comparable<ResultChange> {

  /** How much a change weighs. */
  public enum Kind {
    /** Fails now, and did not before. */
    NEW_FAIL(Weight.WORSE),
    /** Was decided better before. */
    LOWER_VERDICT(Weight.WORSE),
    /** The verdict stands, and less supports it. */
    COVERAGE_LOST(Weight.WORSE),
    /** Is decided better now. */
    HIGHER_VERDICT(Weight.BETTER),
    /** The verdict stands, and more supports it. */
    COVERAGE_GAINED(Weight.BETTER),
    /** A person's decision no longer counts, as what it was decided on has changed. */
    STALE(Weight.TOLD),
    /** Is not in the plan any more. */
    VANISHED(Weight.TOLD),
    /** Was not in the plan before. */
    APPEARED(Weight.TOLD),
    /** Applies no longer, or is declined: no verdict to compare. */
    NO_LONGER_TESTED(Weight.TOLD);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    public Weight weight() {
      return weight;
    }
  }

  /** What a change means for a build. */
  public enum Weight {
    WORSE,
    BETTER,
    /** Neither; people should know of it. */
    TOLD
  }

  @Override
  public int compareTo(ResultChange other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : NumberOrder.INSTANCE.compare(subject, other.subject);
  }
}
