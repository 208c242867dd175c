package dev.plumbline.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dossier in memory: what is declared and what was gathered.
 *
 * @param evidence by digest in hex
 * @param observations in the order of the journal
 * @param decisions in the order of the journal; the last one on an item counts
 * @param waivers in the order of the journal; the last one on an item counts
 * @param schemeEvidence what is said to be so of what schemes ask, in the order of schemes.yaml
 * @param family of a variant: its base; {@code ics} and {@code ixit} are then what holds for the
 *     variant, all else is its own
 */
public record Dossier(
    Product product,
    Ics ics,
    Ixit ixit,
    Map<String, EvidenceFile> evidence,
    List<Observation> observations,
    List<Decision> decisions,
    List<Waiver> waivers,
    List<SchemeEvidence> schemeEvidence,
    Optional<Family> family) {
  public Dossier {
    evidence = Map.copyOf(evidence);
    observations = List.copyOf(observations);
    decisions = List.copyOf(decisions);
    waivers = List.copyOf(waivers);
    schemeEvidence = List.copyOf(schemeEvidence);
  }

  /** A dossier that extends no other. */
  public Dossier(
      Product product,
      Ics ics,
      Ixit ixit,
      Map<String, EvidenceFile> evidence,
      List<Observation> observations,
      List<Decision> decisions,
      List<Waiver> waivers,
      List<SchemeEvidence> schemeEvidence) {
    this(
        product,
        ics,
        ixit,
        evidence,
        observations,
        decisions,
        waivers,
        schemeEvidence,
        Optional.empty());
  }

  /** A dossier without accepted risks that says nothing about schemes. */
  public Dossier(
      Product product,
      Ics ics,
      Ixit ixit,
      Map<String, EvidenceFile> evidence,
      List<Observation> observations,
      List<Decision> decisions) {
    this(product, ics, ixit, evidence, observations, decisions, List.of(), List.of());
  }

  /** The same dossier with other evidence for schemes. */
  public Dossier withSchemeEvidence(List<SchemeEvidence> other) {
    return new Dossier(
        product, ics, ixit, evidence, observations, decisions, waivers, other, family);
  }

  /** The same dossier with other observations, for judging a run before it is written. */
  public Dossier withObservations(List<Observation> other) {
    return new Dossier(
        product, ics, ixit, evidence, other, decisions, waivers, schemeEvidence, family);
  }

  /**
   * The variant of a family.
   *
   * @param joined what it states and takes over
   * @param rows those it has and takes over
   */
  Dossier extending(Family base, Ics joined, Ixit rows) {
    return new Dossier(
        product,
        joined,
        rows,
        evidence,
        observations,
        decisions,
        waivers,
        schemeEvidence,
        Optional.of(base));
  }

  /** The same dossier with another opinion of its base. */
  public Dossier withFamily(Family other) {
    return extending(other, ics, ixit);
  }
}
