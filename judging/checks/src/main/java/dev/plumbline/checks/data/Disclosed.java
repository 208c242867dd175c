package dev.plumbline.checks.data;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.network.ServiceDisclosed;
import java.util.List;
import java.util.Locale;

/**
 * A fact that an endpoint gives away before login.
 *
 * @param kind such as {@code version}
 * @param text what was read, without the punctuation around it; for a secret its kind and place
 */
public record Disclosed(String kind, String text, boolean relevant) {
  /** The same, worked out once for all items. */
  public static List<Disclosed> of(Observation observation, Facts facts) {
    return facts.derived(All.class, observation.subject(), () -> new All(of(observation))).facts();
  }

  private record All(List<Disclosed> facts) {}

  /** The facts of an observation, each once: 1.4.2 is told by "httpd 1.4.2" as well. */
  public static List<Disclosed> of(Observation observation) {
    List<Disclosed> all =
        observation.as(ServiceDisclosed.class).stream()
            .flatMap(s -> s.facts().stream())
            .map(f -> new Disclosed(f.kind(), trimmed(f.text()), f.relevant()))
            .toList();
    return all.stream()
        .filter(f -> all.stream().noneMatch(o -> tellsMore(o, f)))
        .distinct()
        .toList();
  }

  private static boolean tellsMore(Disclosed other, Disclosed fact) {
    return other.kind.equals(fact.kind)
        && other.relevant == fact.relevant
        && other.text.length() > fact.text.length()
        && fact.isIn(other.text);
  }

  private static String trimmed(String text) {
    return text.strip().replaceAll("^[\\s\"'(\\[<]+|[\\s\"'.,;:!)\\]>]+$", "");
  }

  /** Whether a text names the fact, as a word of its own: 1.4 is not in 11.45. */
  boolean isIn(String other) {
    return !text.isEmpty()
        && other.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
        && BoundedPattern.compile(
                "(?<![\\p{L}\\d.])"
                    + BoundedPattern.quote(text.toLowerCase(Locale.ROOT))
                    + "(?![\\p{L}\\d]|[.]\\d)")
            .matcher(other.toLowerCase(Locale.ROOT))
            .find();
  }

  /**
   * Whether a row lists it: by the fact itself, or in words, such as "MAC address". Words that deny
   * it, such as "no serial number", list nothing, and no word lists a secret.
   */
  boolean isListed(String declared) {
    return isIn(declared)
        || DisclosureWords.clauses(declared).anyMatch(c -> DisclosureWords.name(c, kind, text));
  }

  @Override
  public String toString() {
    return kind + " \"" + text + "\"";
  }
}
