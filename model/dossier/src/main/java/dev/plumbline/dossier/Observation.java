package dev.plumbline.dossier;

import dev.plumbline.observation.Codec;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.registry.Kinds;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A fact with a source. It knows no standard.
 *
 * @param key {@code protocol.fact}, such as {@code tcp.open-ports}
 * @param subject what it is about: {@code DUT}, an {@link Endpoint} as text, a URL, or an IXIT
 *     subject
 * @param outcome whether an answer was had
 * @param value what was seen: JSON-like (String, Long, Double, Boolean, List, Map); empty unless
 *     SEEN
 * @param coverage what was looked at, so that "nothing found" can count for it and nothing else
 * @param reason why there is no answer; empty when SEEN
 * @param source who saw it, of what, and when
 * @param evidence where it can be read
 */
public record Observation(
    String key,
    String subject,
    Outcome outcome,
    Map<String, Object> value,
    Map<String, Object> coverage,
    String reason,
    Source source,
    Optional<EvidenceRef> evidence) {
  public Observation {
    value = Collections.unmodifiableMap(new TreeMap<>(value));
    coverage = Collections.unmodifiableMap(new TreeMap<>(coverage));
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

  public boolean seen() {
    return outcome == Outcome.SEEN;
  }

  /** Whether it is of that kind, answered or not. */
  public boolean is(Class<? extends Fact> kind) {
    return key.equals(Kinds.key(kind));
  }

  /** The fact, where it is of that kind and was seen; empty also where a required field lacks. */
  public <F extends Fact> Optional<F> as(Class<F> kind) {
    if (!seen() || !is(kind)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Kinds.of(kind).read(value, coverage));
    } catch (FactException e) {
      return Optional.empty();
    }
  }

  /** The fact, of whatever kind it is; empty where it was not seen or is not whole. */
  public Optional<Fact> fact() {
    return Kinds.of(key).flatMap(k -> as(k.type()));
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
    Optional<Codec<?>> kind = Kinds.of(key);
    if (!seen() || kind.isEmpty()) {
      return this;
    }
    try {
      kind.get().read(value, coverage);
      return this;
    } catch (FactException e) {
      return new Observation(
          key,
          subject,
          Outcome.UNDETERMINED,
          Map.of(),
          coverage,
          "recorded " + told(e) + "; test or import again",
          source,
          evidence);
    }
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
}
