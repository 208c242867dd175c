package dev.plumbline.judging.fact;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.software.SoftwareVulnerabilities;
import dev.plumbline.observation.software.SoftwareVulnerabilities.Known;
import dev.plumbline.observation.software.VulnerabilityKnownExploited;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Vulnerabilities that are known of the software's components, as files of other tools tell them: a
 * lead for the person who decides, and no more.
 *
 * @param compared whether any component was compared with anything
 * @param present those that nobody says do not matter, as "id in component version"
 * @param exploited those of them that a catalogue knows to be exploited
 */
public record KnownVulnerabilities(boolean compared, List<String> present, List<String> exploited) {
  /** Keys of the observations that it rests on. */
  public static final Set<String> KEYS =
      Set.copyOf(Kinds.keys(SoftwareVulnerabilities.class, VulnerabilityKnownExploited.class));

  private static final Set<String> DO_NOT_MATTER =
      Set.of("not_affected", "fixed", "resolved", "false_positive", "suppressed");
  private static final int SHOWN = 5;

  public KnownVulnerabilities {
    present = List.copyOf(present);
    exploited = List.copyOf(exploited);
  }

  /** Those that the observations of the assessed software tell. */
  public static KnownVulnerabilities of(List<Observation> observations) {
    Set<String> known = new HashSet<>();
    seen(observations, VulnerabilityKnownExploited.class)
        .forEach(v -> v.entries().forEach(e -> known.add(e.id())));
    List<String> present = new ArrayList<>();
    List<String> exploited = new ArrayList<>();
    List<SoftwareVulnerabilities> compared =
        seen(observations, SoftwareVulnerabilities.class).toList();
    for (Known each : compared.stream().flatMap(c -> c.known().stream()).toList()) {
      if (!DO_NOT_MATTER.contains(each.state().orElse(""))) {
        String told =
            each.id() + " in " + each.component().orElse("") + " " + each.version().orElse("");
        present.add(told.strip());
        if (known.contains(each.id())) {
          exploited.add(told.strip());
        }
      }
    }
    return new KnownVulnerabilities(!compared.isEmpty(), present, exploited);
  }

  private static <F extends Fact> Stream<F> seen(List<Observation> observations, Class<F> kind) {
    return observations.stream().flatMap(o -> o.as(kind).stream());
  }

  /** What was gathered, a line each. */
  public List<String> lines() {
    if (!compared) {
      return List.of("No data on known vulnerabilities was brought; nothing is said of them.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        present.isEmpty()
            ? "The data that was brought knows of no vulnerability in the components that were compared."
            : "Known in components of the software: " + some(present));
    if (!exploited.isEmpty()) {
      lines.add("Known to be exploited: " + some(exploited));
    }
    return lines;
  }

  /** What they suggest; empty where they suggest nothing. */
  public Optional<String> suggestion() {
    if (exploited.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "FAIL, unless it was found out, judged and dealt with in time: "
            + some(exploited)
            + ". It is only suggested, because such data does not know whether the flaw can be reached in"
            + " this product, nor what the maker did about it.");
  }

  private static String some(List<String> all) {
    String shown = String.join("; ", all.subList(0, Math.min(SHOWN, all.size())));
    return all.size() > SHOWN ? shown + "; and " + (all.size() - SHOWN) + " more" : shown;
  }
}
