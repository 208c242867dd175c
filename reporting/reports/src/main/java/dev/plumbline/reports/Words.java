package dev.plumbline.reports;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.plan.Standing;
import java.util.Optional;

/** The words that all formats use for the same thing. */
public final class Words {
  private Words() {}

  public static String verdict(Verdict verdict) {
    return verdict == Verdict.NOT_APPLICABLE ? "N/A" : verdict.name();
  }

  /** The word for a scope that may have no verdict, because all of it was declined. */
  public static String verdict(Optional<Verdict> verdict) {
    return verdict.map(Words::verdict).orElse("declined");
  }

  /** The supplier's answer to a provision that is not tested, by the verdict that it has. */
  public static String answered(Optional<Verdict> verdict) {
    return verdict.equals(Optional.of(Verdict.NOT_APPLICABLE)) ? "N/A" : "N";
  }

  /** One sentence for a reader who has never seen a verdict of TS 103 701. */
  public static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "Everything in the plan was decided, and it holds.";
      case FAIL -> "At least one test shows that the product does not do what the standard asks.";
      case INCONCLUSIVE ->
          "Nothing failed so far, but not everything could be decided. This is not a pass.";
      case NOT_APPLICABLE -> "Nothing in the standard applies to this product.";
    };
  }

  public static String decidedBy(DecidedBy by) {
    return switch (by) {
      case PROBE -> "probe";
      case RULE -> "rule over the declaration";
      case ASSESSOR -> "person";
    };
  }

  public static String standing(Standing standing) {
    return switch (standing) {
      case CLAIMED -> "claimed";
      case NOT_APPLICABLE -> "not applicable";
      case DECLINED -> "declined with a reason, not a pass";
      case REFUSED -> "requirement answered N";
      case UNSETTLED -> "not settled in the ICS";
    };
  }
}
