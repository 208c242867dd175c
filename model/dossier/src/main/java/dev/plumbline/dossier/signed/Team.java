package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people said to each other, and the rules for whose word counts.
 *
 * @param records in the order of the journal
 */
public record Team(List<TeamRecord> records, ReviewPolicy policy) {
  /** Nobody said anything, and nobody reviews. */
  public static final Team NONE = new Team(List.of(), ReviewPolicy.NONE);

  public Team {
    records = List.copyOf(records);
  }

  /** Records of one kind whose signature is right. */
  public <T extends TeamRecord> Stream<T> all(Class<T> kind) {
    return records.stream()
        .filter(r -> r.signed().sound())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** The last sign-off by somebody whose key counts. */
  public Optional<Signoff> signoff() {
    return all(Signoff.class)
        .filter(s -> policy.knows(s.signed().author()))
        .reduce((first, second) -> second);
  }

  /**
   * How a decision stands with its reviewers: one who returned it outweighs all who accepted it.
   *
   * @param author who signed the decision
   * @param decision its digest
   */
  public ReviewStanding standing(Author author, ItemId item, Digest decision) {
    if (!policy.knows(author)) {
      return new ReviewStanding.Disregarded(
          author.name() + " with this key is not named in policy.yaml");
    }
    Optional<String> fault = Optional.empty();
    Optional<Review> accepted = Optional.empty();
    for (TeamRecord record : records) {
      if (!(record instanceof Review review)
          || !review.item().equals(item)
          || !review.decision().equals(decision)) {
        continue;
      }
      Optional<String> unusable = fault(review, author);
      if (unusable.isPresent()) {
        fault = unusable;
      } else if (!review.accepts()) {
        return new ReviewStanding.Returned(review);
      } else {
        accepted = Optional.of(review);
      }
    }
    if (accepted.isPresent()) {
      return new ReviewStanding.Accepted(accepted.get());
    }
    return fault.isPresent()
        ? new ReviewStanding.Disregarded(fault.get())
        : new ReviewStanding.Waiting();
  }

  /**
   * Why this person cannot review what the author decided, as a clause; empty when the person can.
   */
  public Optional<String> refusal(Author reviewer, Author author) {
    if (reviewer.key().equals(author.key())) {
      return Optional.of("the key of the reviewer is the key that signed the decision");
    }
    if (reviewer.isSamePerson(author.name())) {
      return Optional.of("author and reviewer are the same person, " + author.name());
    }
    return policy.knows(reviewer)
        ? Optional.empty()
        : Optional.of(reviewer.name() + " with this key is not named in policy.yaml");
  }

  private Optional<String> fault(Review review, Author author) {
    if (!review.signed().sound()) {
      return Optional.of("the signature of the review does not fit its text");
    }
    if (review.accepts() && policy.blind() && review.own().isEmpty()) {
      return Optional.of("the review is not blind, as policy.yaml asks for");
    }
    return refusal(review.signed().author(), author);
  }
}
