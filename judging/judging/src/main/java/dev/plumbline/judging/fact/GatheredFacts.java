package dev.plumbline.judging.fact;

import dev.plumbline.catalogue.guidance.HelpfulFact;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.observation.page.PageMentions;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What machines saw or prepared that bears on an item which a person decides: what it is about and
 * what was seen, so that nobody does again by hand what was done, or looks where nothing was.
 */
public final class GatheredFacts {
  private static final int LONGEST = 400;
  private static final int MOST = 12;

  private GatheredFacts() {}

  /**
   * A line for each.
   *
   * @param row of the IXIT that the item is about
   * @param helpful what helps with the unit
   * @param observations of the assessed software
   */
  public static List<String> lines(
      Optional<IxitEntry> row, Collection<HelpfulFact> helpful, List<Observation> observations) {
    Map<String, Observation> newest = new LinkedHashMap<>();
    observations.stream()
        .filter(o -> helpful.stream().anyMatch(h -> isOf(h, o)) && concerns(row, o))
        .sorted(Comparator.comparing((Observation o) -> o.source().at()))
        .forEach(o -> newest.put(o.key() + " " + o.subject(), o));
    return newest.values().stream().limit(MOST).map(GatheredFacts::line).toList();
  }

  /** A page may be named by several fields. */
  private static boolean isOf(HelpfulFact helpful, Observation o) {
    return helpful.key().equals(o.key())
        && (helpful.purpose().isEmpty()
            || List.of(purposes(o).split(", ")).contains(helpful.purpose()));
  }

  private static String purposes(Observation o) {
    return o.as(PageFetched.class)
        .map(PageFetched::purpose)
        .or(() -> o.as(PageMentions.class).map(PageMentions::purpose))
        .orElseGet(() -> String.valueOf(o.coverage().getOrDefault("purpose", "")));
  }

  /** What was seen of another row helps nobody with this one. */
  private static boolean concerns(Optional<IxitEntry> row, Observation o) {
    return row.filter(r -> o.subject().startsWith(r.table() + "/"))
        .map(r -> o.subject().equals(r.subject()))
        .orElse(true);
  }

  private static String line(Observation o) {
    String said =
        o.seen()
            ? new TreeMap<>(o.value())
                .entrySet().stream()
                    .map(e -> e.getKey() + ": " + e.getValue())
                    .collect(Collectors.joining(", "))
            : "no answer: " + o.reason();
    String cut = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    return o.key()
        + " of "
        + o.subject()
        + ": "
        + cut
        + o.evidence().map(EvidenceRef::toString).map(e -> " (" + e + ")").orElse("");
  }
}
