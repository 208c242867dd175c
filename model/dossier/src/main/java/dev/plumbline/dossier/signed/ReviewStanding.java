package dev.plumbline.dossier.signed;

import dev.plumbline.dossier.signed.TeamRecord.Review;

/** What a review says of a decision that another person made. */
public sealed interface ReviewStanding {
  /** Nobody reviewed it yet. */
  record Waiting() implements ReviewStanding {}

  /** Another person accepted it. */
  record Accepted(Review review) implements ReviewStanding {}

  /** Another person returned it. */
  record Returned(Review review) implements ReviewStanding {}

  /**
   * The reviews that there are do not count.
   *
   * @param why as a clause
   */
  record Disregarded(String why) implements ReviewStanding {}
}
