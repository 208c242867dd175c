package dev.plumbline.judging;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verdict of a test group, that is of a provision.
 *
 * @param answer the supplier's answer in the ICS, if any
 * @param standing whether the provision is in the plan
 * @param verdict empty for a recommendation declined with a reason: that is neither a pass nor a
 *     failure, and counts for neither
 * @param reason why it has this verdict, where the cases alone do not say so (N/A, N, no answer)
 * @param aside flaws that were seen although it is answered N or N/A
 */
public record GroupResult(
    Provision provision,
    TestGroup group,
    Optional<IcsAnswer> answer,
    Standing standing,
    Optional<Verdict> verdict,
    String reason,
    Counts counts,
    List<CaseResult> cases,
    List<SeenFlaw> aside) {
  public GroupResult {
    cases = List.copyOf(cases);
    aside = List.copyOf(aside);
  }

  /** A result beside which nothing was seen. */
  public GroupResult(
      Provision provision,
      TestGroup group,
      Optional<IcsAnswer> answer,
      Standing standing,
      Optional<Verdict> verdict,
      String reason,
      Counts counts,
      List<CaseResult> cases) {
    this(provision, group, answer, standing, verdict, reason, counts, cases, List.of());
  }

  public Stream<Judged> items() {
    return cases.stream().flatMap(c -> c.units().stream()).flatMap(u -> u.items().stream());
  }

  /**
   * What stands behind the verdict: of a pass the weakest that stands behind an item, of what is
   * undecided whether a person has to confirm searches and nothing else. Empty for a recommendation
   * declined with a reason.
   */
  public Optional<Conclusion> conclusion() {
    return verdict.map(
        v ->
            switch (v) {
              case PASS ->
                  has(Conclusion.DECIDED)
                      ? Conclusion.DECIDED
                      : has(Conclusion.CONFIRMED) ? Conclusion.CONFIRMED : Conclusion.PROVED;
              case FAIL -> Conclusion.REFUTED;
              case NOT_APPLICABLE -> Conclusion.NOT_APPLICABLE;
              case INCONCLUSIVE ->
                  standing == Standing.CLAIMED && has(Conclusion.SEARCHED) && !has(Conclusion.OPEN)
                      ? Conclusion.SEARCHED
                      : Conclusion.OPEN;
            });
  }

  private boolean has(Conclusion conclusion) {
    return items().anyMatch(i -> i.conclusion() == conclusion);
  }
}
