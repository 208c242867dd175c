package dev.plumbline.dossier;

import dev.plumbline.observation.Codec;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.registry.Kinds;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact with a source. It knows no standard.
 *
 * <p>Immutable. Its stored form is read as a fact when that is first asked for, and what it reads
 * as is kept with it, since many checks look at one observation. Safe for several threads.
 */
public final class Observation {
  private final String key;
  private final String subject;
  private final Outcome outcome;
  private final Map<String, Object> value;
  private final Map<String, Object> coverage;
  private final String reason;
  private final Source source;
  private final Optional<EvidenceRef> evidence;

  private volatile Optional<Reading> reading = Optional.empty();

  /**
   * An observation.
   *
   * @param key {@code protocol.fact}, such as {@code tcp.open-ports}
   * @param subject what it is about: {@code DUT}, an {@link Endpoint} as text, a URL, or an IXIT
   *     subject
   * @param outcome whether an answer was had
   * @param value what was seen: JSON-like (String, Long, Double, Boolean, List, Map); empty unless
   *     SEEN; its lists and maps are not changed from here on
   * @param coverage what was looked at, so that "nothing found" can count for it and nothing else
   * @param reason why there is no answer; empty when SEEN
   * @param source who saw it, of what, and when
   * @param evidence where it can be read
   */
  public Observation(
      String key,
      String subject,
      Outcome outcome,
      Map<String, Object> value,
      Map<String, Object> coverage,
      String reason,
      Source source,
      Optional<EvidenceRef> evidence) {
    this.key = key;
    this.subject = subject;
    this.outcome = outcome;
    this.value = Collections.unmodifiableMap(new TreeMap<>(value));
    this.coverage = Collections.unmodifiableMap(new TreeMap<>(coverage));
    this.reason = reason;
    this.source = source;
    this.evidence = evidence;
  }

  /** Whether there was an answer. */
  public enum Outcome {
    /** The device answered; the value says what. */
    SEEN,
    /** No answer, or none that can be used. Nothing may be concluded from it. */
    UNDETERMINED
  }

  /**
   * @param producer id of the probe or importer
   * @param version its version
   * @param softwareVersion version of the device that it was seen on, as declared then
   * @param unit which unit of the product
   * @param state device state
   * @param runId names the run
   */
  public record Source(
      String producer,
      String version,
      String softwareVersion,
      String unit,
      String state,
      String runId,
      Instant at) {}

  /** {@code protocol.fact}, such as {@code tcp.open-ports}. */
  public String key() {
    return key;
  }

  /** What it is about. */
  public String subject() {
    return subject;
  }

  /** Whether an answer was had. */
  public Outcome outcome() {
    return outcome;
  }

  /** What was seen, by name; empty unless SEEN. */
  public Map<String, Object> value() {
    return value;
  }

  /** What was looked at, by name. */
  public Map<String, Object> coverage() {
    return coverage;
  }

  /** Why there is no answer; empty when SEEN. */
  public String reason() {
    return reason;
  }

  /** Who saw it, of what, and when. */
  public Source source() {
    return source;
  }

  /** Where it can be read. */
  public Optional<EvidenceRef> evidence() {
    return evidence;
  }

  /** Whether there was an answer. */
  public boolean seen() {
    return outcome == Outcome.SEEN;
  }

  /** Whether it is of that kind, answered or not. */
  public boolean is(Class<? extends Fact> kind) {
    return key.equals(Kinds.key(kind));
  }

  /** The fact, where it is of that kind and was seen; empty also where a required field lacks. */
  public <F extends Fact> Optional<F> as(Class<F> kind) {
    return seen() && is(kind) ? reading().fact().map(kind::cast) : Optional.empty();
  }

  /** The fact, of whatever kind it is; empty where it was not seen or is not whole. */
  public Optional<Fact> fact() {
    return seen() ? reading().fact() : Optional.empty();
  }

  /**
   * What the stored form reads as.
   *
   * @param fault what is wrong with it, as a clause; empty where it is whole, or of a kind that is
   *     not known
   */
  private record Reading(Optional<Fact> fact, Optional<String> fault) {}

  private Reading reading() {
    Optional<Reading> known = reading;
    if (known.isEmpty()) {
      known = Optional.of(read());
      reading = known;
    }
    return known.get();
  }

  private Reading read() {
    Optional<Codec<?>> kind = Kinds.of(key);
    try {
      return new Reading(kind.<Fact>map(k -> k.read(value, coverage)), Optional.empty());
    } catch (FactException e) {
      return new Reading(Optional.empty(), Optional.of(told(e)));
    }
  }

  /**
   * This observation with a coverage that says the least, where its own lacks a field of its kind;
   * it shows what was seen and can answer no question. Itself in every other case.
   */
  public Observation withoutCoverage() {
    Optional<Codec<?>> kind = Kinds.of(key);
    return !seen() || orUnanswered().seen() || kind.isEmpty()
        ? this
        : kind.get()
            .withoutCoverage(value, coverage)
            .map(
                s ->
                    new Observation(
                        key, subject, outcome, value, s.coverage(), reason, source, evidence))
            .orElse(this);
  }

  /**
   * This observation where it is whole, or else an unanswered one that names the field at fault: a
   * fact that lacks a field of its kind is none.
   */
  public Observation orUnanswered() {
    Optional<String> fault = seen() ? reading().fault() : Optional.empty();
    return fault
        .map(
            why ->
                new Observation(
                    key,
                    subject,
                    Outcome.UNDETERMINED,
                    Map.of(),
                    coverage,
                    "recorded " + why + "; test or import again",
                    source,
                    evidence))
        .orElse(this);
  }

  /**
   * This observation without an answer, since what shows it is not there as it was.
   *
   * @param why as a clause
   */
  public Observation withoutEvidence(String why) {
    return new Observation(
        key,
        subject,
        Outcome.UNDETERMINED,
        Map.of(),
        coverage,
        why + "; restore the file, or test or import again",
        source,
        Optional.empty());
  }

  private static String told(FactException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("without") ? message : "in a form that is not understood: " + message;
  }

  /** A text of the value; empty when absent. */
  public String text(String name) {
    return value.get(name) instanceof String s ? s : "";
  }

  public Optional<Boolean> flag(String name) {
    return value.get(name) instanceof Boolean b ? Optional.of(b) : Optional.empty();
  }

  public Optional<Long> number(String name) {
    return value.get(name) instanceof Number n ? Optional.of(n.longValue()) : Optional.empty();
  }

  /** A list of texts of the value; empty when absent. */
  public List<String> texts(String name) {
    return value.get(name) instanceof List<?> l
        ? l.stream().map(String::valueOf).toList()
        : List.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Observation o
            && key.equals(o.key)
            && subject.equals(o.subject)
            && outcome == o.outcome
            && reason.equals(o.reason)
            && source.equals(o.source)
            && evidence.equals(o.evidence)
            && value.equals(o.value)
            && coverage.equals(o.coverage));
  }

  /** Of what tells one from another in a journal; not of the whole value, which may be long. */
  @Override
  public int hashCode() {
    return Objects.hash(key, subject, outcome, source);
  }

  @Override
  public String toString() {
    return "Observation[key="
        + key
        + ", subject="
        + subject
        + ", outcome="
        + outcome
        + ", value="
        + value
        + ", coverage="
        + coverage
        + ", reason="
        + reason
        + ", source="
        + source
        + ", evidence="
        + evidence
        + "]";
  }
}
