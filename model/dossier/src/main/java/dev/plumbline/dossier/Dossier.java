package dev.plumbline.dossier;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.signed.Team;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dossier in memory: what is declared and what was gathered.
 *
 * @param evidence what was found as its digest says, by digest in hex
 * @param observations in the order of the journal
 * @param decisions in the order of the journal; the last one on an item counts
 * @param waivers in the order of the journal; the last one on an item counts
 * @param schemeEvidence what is said to be so of what schemes ask, in the order of schemes.yaml
 * @param family of a variant: its base; {@code ics} and {@code ixit} are then what holds for the
 *     variant, all else is its own
 * @param unbacked evidence that is listed or referred to and shows nothing, with the reason as a
 *     clause, by digest in hex; observations that rest on it are unanswered, decisions do not count
 * @param team what people say to each other beside their decisions, and whose reviews count
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
    Optional<Family> family,
    Map<String, String> unbacked,
    Team team) {
  public Dossier {
    evidence = Map.copyOf(evidence);
    unbacked = Collections.unmodifiableMap(new LinkedHashMap<>(unbacked));
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
        Optional.empty(),
        Map.of(),
        Team.NONE);
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
        product,
        ics,
        ixit,
        evidence,
        observations,
        decisions,
        waivers,
        other,
        family,
        unbacked,
        team);
  }

  /** The same dossier with other observations, for judging a run before it is written. */
  public Dossier withObservations(List<Observation> other) {
    return new Dossier(
        product,
        ics,
        ixit,
        evidence,
        other,
        decisions,
        waivers,
        schemeEvidence,
        family,
        unbacked,
        team);
  }

  /**
   * The variant of a family.
   *
   * @param joined what it states and takes over
   * @param rows those it has and takes over
   */
  public Dossier extending(Family base, Ics joined, Ixit rows) {
    return new Dossier(
        product,
        joined,
        rows,
        evidence,
        observations,
        decisions,
        waivers,
        schemeEvidence,
        Optional.of(base),
        unbacked,
        team);
  }

  /**
   * The same dossier of whose evidence some shows nothing.
   *
   * @param faults by digest in hex, with the reason as a clause
   */
  public Dossier withUnbacked(Map<String, String> faults) {
    return new Dossier(
        product,
        ics,
        ixit,
        evidence,
        observations,
        decisions,
        waivers,
        schemeEvidence,
        family,
        faults,
        team);
  }

  /** The same dossier, with what its tables are for in the edition that it is written for. */
  public Dossier playing(Map<TableRole, List<String>> roles) {
    return new Dossier(
        product,
        ics,
        ixit.playing(roles),
        evidence,
        observations,
        decisions,
        waivers,
        schemeEvidence,
        family,
        unbacked,
        team);
  }

  /**
   * The same dossier with what people decided and said since.
   *
   * @param all decisions, the earlier ones too
   */
  public Dossier withPeople(List<Decision> all, Team said) {
    return new Dossier(
        product,
        ics,
        ixit,
        evidence,
        observations,
        all,
        waivers,
        schemeEvidence,
        family,
        unbacked,
        said);
  }

  /** The same dossier with what people say to each other. */
  public Dossier withTeam(Team other) {
    return withPeople(decisions, other);
  }

  /** The same dossier with another opinion of its base. */
  public Dossier withFamily(Family other) {
    return extending(other, ics, ixit);
  }
}
