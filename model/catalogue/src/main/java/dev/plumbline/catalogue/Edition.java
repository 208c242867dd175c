package dev.plumbline.catalogue;

import java.util.List;
import java.util.Map;

/**
 * An edition: the two documents, what they hold, where the facts are from.
 *
 * @param document such as {@code ETSI EN 303 645 V3.1.3}
 * @param testDocument such as {@code ETSI TS 103 701 V2.1.1}
 * @param naRule when the ICS may say N/A, in our words
 * @param naConfidence how sure that rule is
 * @param rollUp how verdicts of cases make those of groups and of the whole, in our words
 * @param rollUpConfidence how sure that rule is
 * @param expectedCounts counts that the facts assert, by name
 */
public record Edition(
    EditionId id,
    String document,
    String published,
    String testDocument,
    String testPublished,
    List<Section> sections,
    String naRule,
    Confidence naConfidence,
    String rollUp,
    Confidence rollUpConfidence,
    Map<String, Integer> expectedCounts,
    Provenance provenance,
    Provenance testProvenance) {
  public Edition {
    sections = List.copyOf(sections);
    expectedCounts = Map.copyOf(expectedCounts);
  }
}
