package dev.plumbline.dossier;

import java.util.List;
import java.util.Map;

/**
 * A dossier in memory: what is declared and what was gathered.
 *
 * @param evidence by digest in hex
 * @param observations in the order of the journal
 * @param decisions in the order of the journal; the last one on an item counts
 * @param waivers in the order of the journal; the last one on an item counts
 */
public record Dossier(
    Product product,
    Ics ics,
    Ixit ixit,
    Map<String, EvidenceFile> evidence,
    List<Observation> observations,
    List<Decision> decisions,
    List<Waiver> waivers) {
  public Dossier {
    evidence = Map.copyOf(evidence);
    observations = List.copyOf(observations);
    decisions = List.copyOf(decisions);
    waivers = List.copyOf(waivers);
  }

  /** A dossier without accepted risks. */
  public Dossier(
      Product product,
      Ics ics,
      Ixit ixit,
      Map<String, EvidenceFile> evidence,
      List<Observation> observations,
      List<Decision> decisions) {
    this(product, ics, ixit, evidence, observations, decisions, List.of());
  }

  /** The same dossier with other observations, for judging a run before it is written. */
  public Dossier withObservations(List<Observation> other) {
    return new Dossier(product, ics, ixit, evidence, other, decisions, waivers);
  }
}
