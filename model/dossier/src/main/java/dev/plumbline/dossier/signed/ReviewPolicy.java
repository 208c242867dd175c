package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which decisions count only after a second person has accepted them, as policy.yaml says.
 *
 * @param verdicts of decisions that need a review; none where nobody reviews
 * @param blind whether a reviewer decides before the decision is shown
 * @param people whose keys count; where none is named, every key counts
 */
public record ReviewPolicy(Set<Verdict> verdicts, boolean blind, List<KnownSigner> people) {
  /** Nobody reviews. */
  public static final ReviewPolicy NONE = new ReviewPolicy(Set.of(), false, List.of());

  public ReviewPolicy {
    verdicts = Set.copyOf(verdicts);
    people = List.copyOf(people);
  }

  /**
   * A person who may sign.
   *
   * @param keyId {@code SHA256:} and the digest of the public key in hex
   */
  public record KnownSigner(String name, String keyId) {}

  /** By what records name these rules; empty where there are none. */
  public Optional<Digest> digest() {
    if (equals(NONE)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.add(new TreeSet<>(verdicts).toString());
    parts.add(String.valueOf(blind));
    people.stream().map(p -> p.name() + "\n" + p.keyId()).sorted().forEach(parts::add);
    return Optional.of(Digest.ofParts(parts));
  }

  /** Whether a decision with this verdict needs a review. */
  public boolean needsReview(Verdict verdict) {
    return verdicts.contains(verdict);
  }

  /** Whether this person may sign with this key. */
  public boolean knows(Author author) {
    return people.isEmpty()
        || people.stream()
            .anyMatch(p -> author.isSamePerson(p.name()) && author.keyId().equals(p.keyId()));
  }
}
