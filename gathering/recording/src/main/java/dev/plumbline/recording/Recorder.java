package dev.plumbline.recording;

import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.Unanswered;
import dev.plumbline.observation.registry.Kinds;
import java.util.Map;
import java.util.Optional;

/**
 * Makes observations of facts, for probes and importers alike: of known kinds, bounded, and without
 * the secrets that are known by then.
 */
public final class Recorder {
  /** Most observations of one probe or one file. */
  public static final int MOST = 100_000;

  private final Redactor redactor;
  private final PlainValues plain;

  public Recorder(Redactor redactor) {
    this.redactor = redactor;
    this.plain = new PlainValues(redactor);
  }

  /** The stored form of a fact and its kind. */
  public record Written(Class<? extends Fact> kind, Stored stored) {}

  /**
   * Refuses what is no fact of its kind, before anything is stored.
   *
   * @throws FactException naming the field
   */
  public static Written written(Fact fact) {
    return new Written(fact.getClass(), Kinds.stored(fact));
  }

  /** What was seen. */
  public Observation seen(
      String subject, Written fact, Source source, Optional<EvidenceRef> evidence) {
    return new Observation(
        Kinds.key(fact.kind()),
        plain.text(subject),
        Outcome.SEEN,
        plain.map(fact.stored().value()),
        plain.map(fact.stored().coverage()),
        "",
        source,
        evidence);
  }

  /**
   * A question without an answer.
   *
   * @throws FactException if what is known of the asking has a field that the kind does not have
   */
  public Observation unanswered(
      String subject,
      String reason,
      Unanswered asked,
      Source source,
      Optional<EvidenceRef> evidence) {
    Kinds.of(asked.kind()).checkCoverage(asked.coverage());
    return unanswered(Kinds.key(asked.kind()), subject, reason, asked.coverage(), source, evidence);
  }

  /** A question of whatever key that nobody asked, such as one of a probe that was left out. */
  public Observation notAsked(String key, String subject, String reason, Source source) {
    return unanswered(key, subject, reason, Map.of(), source, Optional.empty());
  }

  private Observation unanswered(
      String key,
      String subject,
      String reason,
      Map<String, Object> coverage,
      Source source,
      Optional<EvidenceRef> evidence) {
    return new Observation(
        key,
        plain.text(subject),
        Outcome.UNDETERMINED,
        Map.of(),
        plain.map(coverage),
        plain.text(reason),
        source,
        evidence);
  }

  /** The same without the secrets that have become known since. */
  public Observation again(Observation observation) {
    return new Observation(
        observation.key(),
        plain.text(observation.subject()),
        observation.outcome(),
        plain.map(observation.value()),
        plain.map(observation.coverage()),
        plain.text(observation.reason()),
        observation.source(),
        observation.evidence());
  }

  /** Number of secrets that are known. */
  public int secrets() {
    return redactor.known();
  }
}
