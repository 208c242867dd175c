package dev.plumbline.engine;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.IcsAnswer;
import java.util.List;
import java.util.Optional;

/**
 * Verdict of a test group, that is of a provision.
 *
 * @param answer the supplier's answer in the ICS, if any
 * @param standing whether the provision is in the plan
 * @param verdict empty for a recommendation declined with a reason: that is neither a pass nor a
 *     failure, and counts for neither
 * @param reason why it has this verdict, where the cases alone do not say so (N/A, N, no answer)
 */
public record GroupResult(
    Provision provision,
    TestGroup group,
    Optional<IcsAnswer> answer,
    Standing standing,
    Optional<Verdict> verdict,
    String reason,
    Counts counts,
    List<CaseResult> cases) {
  public GroupResult {
    cases = List.copyOf(cases);
  }

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
}
