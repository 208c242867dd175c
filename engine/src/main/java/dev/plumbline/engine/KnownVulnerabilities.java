package dev.plumbline.engine;

import dev.plumbline.dossier.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Vulnerabilities that are known of the software's components, as files of other tools tell them: a
 * lead for the person who decides, and no more.
 *
 * @param compared whether any component was compared with anything
 * @param present those that nobody says do not matter, as "id in component version"
 * @param exploited those of them that a catalogue knows to be exploited
 */
record KnownVulnerabilities(boolean compared, List<String> present, List<String> exploited) {
  private static final String FOUND = "software.vulnerabilities";
  private static final String EXPLOITED = "vulnerability.known-exploited";

  /** Keys of the observations that it rests on. */
  static final Set<String> KEYS = Set.of(FOUND, EXPLOITED);

  private static final Set<String> DO_NOT_MATTER =
      Set.of("not_affected", "fixed", "resolved", "false_positive", "suppressed");
  private static final int SHOWN = 5;

  KnownVulnerabilities {
    present = List.copyOf(present);
    exploited = List.copyOf(exploited);
  }

  /** Those that the observations of the assessed software tell. */
  static KnownVulnerabilities of(List<Observation> observations) {
    Set<String> known = new HashSet<>();
    entries(observations, EXPLOITED, "entries").forEach(e -> known.add(text(e, "id")));
    List<String> present = new ArrayList<>();
    List<String> exploited = new ArrayList<>();
    for (Map<?, ?> each : entries(observations, FOUND, "known")) {
      if (!DO_NOT_MATTER.contains(text(each, "state"))) {
        String told =
            text(each, "id") + " in " + text(each, "component") + " " + text(each, "version");
        present.add(told.strip());
        if (known.contains(text(each, "id"))) {
          exploited.add(told.strip());
        }
      }
    }
    boolean compared = observations.stream().anyMatch(o -> o.seen() && o.key().equals(FOUND));
    return new KnownVulnerabilities(compared, present, exploited);
  }

  private static List<Map<?, ?>> entries(List<Observation> observations, String key, String list) {
    List<Map<?, ?>> entries = new ArrayList<>();
    for (Observation o : observations) {
      if (o.seen() && o.key().equals(key) && o.value().get(list) instanceof List<?> all) {
        for (Object each : all) {
          if (each instanceof Map<?, ?> entry) {
            entries.add(entry);
          }
        }
      }
    }
    return entries;
  }

  private static String text(Map<?, ?> entry, String name) {
    return entry.get(name) instanceof String s ? s : "";
  }

  /** What was gathered, a line each. */
  List<String> lines() {
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
  Optional<String> suggestion() {
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
