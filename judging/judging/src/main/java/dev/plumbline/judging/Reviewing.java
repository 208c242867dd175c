package dev.plumbline.judging;

import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.signed.ReviewStanding;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Team;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import java.util.Optional;

/** Whether a decision has the review that the dossier's policy asks for. */
public final class Reviewing {
  private Reviewing() {}

  /**
   * What a decision lacks, as the end of a sentence that begins with its author; empty when it
   * lacks nothing.
   */
  static Optional<String> lacking(Decision decision, Team team) {
    if (!team.policy().needsReview(decision.finding().verdict())) {
      return Optional.empty();
    }
    Optional<Signed> signed = decision.signed();
    if (signed.isEmpty()) {
      return Optional.of(
          "does not count: policy.yaml asks for a review, and a decision without signature cannot"
              + " be reviewed. Decide again.");
    }
    return switch (standing(decision, signed.get(), team)) {
      case ReviewStanding.Accepted accepted -> Optional.empty();
      case ReviewStanding.Waiting waiting -> Optional.of("waits for a review by another person.");
      case ReviewStanding.Returned returned ->
          Optional.of(
              "was returned by "
                  + returned.review().signed().author().name()
                  + ": "
                  + returned.review().because());
      case ReviewStanding.Disregarded nothing ->
          Optional.of("waits for a review: " + nothing.why() + ".");
    };
  }

  /** Whether a decision waits for somebody who reviews it. */
  public static boolean isWaiting(Decision decision, Team team) {
    return team.policy().needsReview(decision.finding().verdict())
        && decision
            .signed()
            .map(s -> standing(decision, s, team))
            .filter(
                s -> s instanceof ReviewStanding.Waiting || s instanceof ReviewStanding.Disregarded)
            .isPresent();
  }

  /** The review that returned a decision to its author; empty where nobody returned it. */
  public static Optional<Review> returned(Decision decision, Team team) {
    if (!team.policy().needsReview(decision.finding().verdict())) {
      return Optional.empty();
    }
    return decision
        .signed()
        .map(s -> standing(decision, s, team))
        .filter(ReviewStanding.Returned.class::isInstance)
        .map(s -> ((ReviewStanding.Returned) s).review());
  }

  private static ReviewStanding standing(Decision decision, Signed signed, Team team) {
    return team.standing(signed.author(), decision.item(), signed.digest());
  }
}
