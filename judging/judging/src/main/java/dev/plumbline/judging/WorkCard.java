package dev.plumbline.judging;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.Station;
import dev.plumbline.catalogue.Stations;
import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.catalogue.guidance.HelpfulFact;
import dev.plumbline.catalogue.guidance.UnitGuidance;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.GatheredFacts;
import dev.plumbline.judging.fact.KnownVulnerabilities;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a person needs to decide one test item.
 *
 * @param question what the unit asks, in our words
 * @param sample how much to look at; empty where one look is enough
 * @param declared what the dossier says about the subject
 * @param work what to do
 * @param lookFor what counts as pass
 * @param keep what to keep as evidence
 * @param gathered what machines saw that bears on it
 * @param state where the item stands now, with its reason
 * @param suggestion what the gathered facts suggest, and why it is no more than that; empty where
 *     they suggest nothing
 * @param decide when to say what
 */
public record WorkCard(
    ItemId item,
    Station station,
    String question,
    Optional<String> sample,
    List<String> declared,
    String work,
    String lookFor,
    String keep,
    List<String> gathered,
    String state,
    Optional<String> suggestion,
    List<String> decide) {
  private static final int SHOWN = 12;

  public WorkCard {
    declared = List.copyOf(declared);
    gathered = List.copyOf(gathered);
    decide = List.copyOf(decide);
  }

  /** Makes the cards of one assessment. */
  public record Maker(
      Catalogue catalogue, Guidance guidance, Stations stations, List<Observation> observations) {
    public Maker {
      observations = List.copyOf(observations);
    }

    /**
     * With the shipped texts.
     *
     * @param observations all of the assessed software; those that bear on a unit without deciding
     *     it stand on its card
     */
    public static Maker of(Catalogue catalogue, List<Observation> observations) {
      return new Maker(catalogue, new Guidance(), Stations.load(), observations);
    }

    /**
     * The card of an item.
     *
     * @throws IllegalStateException if the catalogue has no guidance for the unit, which its tests
     *     exclude
     */
    public WorkCard card(Judged judged) {
      TestItem item = judged.item();
      UnitGuidance texts =
          guidance
              .unit(catalogue.edition().id(), item.unit().id())
              .orElseThrow(() -> new IllegalStateException("no guidance for " + item.unit().id()));
      List<HelpfulFact> facts = guidance.facts(item.unit().id());
      Set<String> known =
          facts.stream()
              .map(HelpfulFact::key)
              .filter(KnownVulnerabilities.KEYS::contains)
              .collect(Collectors.toSet());
      Optional<KnownVulnerabilities> lead =
          known.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  KnownVulnerabilities.of(
                      observations.stream().filter(o -> known.contains(o.key())).toList()));
      return new WorkCard(
          item.id(),
          stations.of(item.unit()),
          item.unit().check() + (item.note().isEmpty() ? "" : " " + item.note()),
          stations.sample(item.unit()),
          declared(judged),
          texts.work(),
          texts.pass(),
          texts.evidence(),
          gathered(judged, lead, others(item, facts)),
          judged.verdict() + ": " + judged.finding().reason(),
          suggestion(judged).or(() -> lead.flatMap(KnownVulnerabilities::suggestion)),
          decide(item));
    }

    private List<String> others(TestItem item, List<HelpfulFact> facts) {
      return GatheredFacts.lines(
          item.entry(),
          facts.stream().filter(f -> !KnownVulnerabilities.KEYS.contains(f.key())).toList(),
          observations);
    }
  }

  private static List<String> gathered(
      Judged judged, Optional<KnownVulnerabilities> lead, List<String> others) {
    return Stream.of(
            steps(judged, "observation").stream(),
            lead.stream().flatMap(l -> l.lines().stream()),
            others.stream())
        .flatMap(s -> s)
        .toList();
  }

  /** The answer of the ICS, then each cell of the rows, uncut. */
  private static List<String> declared(Judged judged) {
    List<String> rows =
        Stream.concat(judged.item().entry().stream(), judged.item().second().stream())
            .flatMap(
                e ->
                    Stream.concat(
                        e.cells().values().stream()
                            .filter(c -> !c.isEmpty())
                            .map(c -> e.id() + ", " + c.key() + ": " + c.text()),
                        e.remarks().entrySet().stream()
                            .map(r -> e.id() + ", " + r.getKey() + " (remark): " + r.getValue())))
            .toList();
    List<String> steps = steps(judged, "declaration");
    return rows.isEmpty() ? steps : Stream.concat(steps.stream().limit(1), rows.stream()).toList();
  }

  private static List<String> steps(Judged judged, String stage) {
    List<String> all =
        judged.trace().stream()
            .filter(s -> s.stage().equals(stage))
            .map(s -> s.where().isEmpty() ? s.text() : s.text() + " (" + s.where() + ")")
            .toList();
    if (all.size() <= SHOWN) {
      return all;
    }
    String more = "and " + (all.size() - SHOWN) + " more; 'explain' shows them";
    return Stream.concat(all.stream().limit(SHOWN), Stream.of(more)).toList();
  }

  private static Optional<String> suggestion(Judged judged) {
    if (judged.finding() instanceof Finding.Violated) {
      return Optional.of(
          "FAIL, for a machine found it so. Look whether its evidence is of this device and state;"
              + " your decision stands beside its finding.");
    }
    if (judged.finding() instanceof Finding.Searched s) {
      return Optional.of(
          "PASS, as far as the search goes. Looked at: "
              + listed(s.lookedAt())
              + ". Not looked at: "
              + listed(s.notLookedAt())
              + ". A search proves no absence; 'plumbline confirm' records that you agree.");
    }
    if (judged.item().emptySelection()) {
      return Optional.of(
          "PASS, if it is true that no row of the table is concerned. A machine can count rows; it"
              + " cannot see what was left out of the table.");
    }
    long seen = judged.basis().stream().filter(Observation::seen).count();
    boolean open = judged.finding() instanceof Finding.Undetermined;
    return open && seen > 0 && judged.contradictions().isEmpty()
        ? Optional.of(
            "PASS, as far as "
                + seen
                + (seen == 1 ? " fact goes, which" : " facts go, none of which")
                + (seen == 1 ? " does not speak" : " speaks")
                + " against it. It is only suggested, because these facts can refute the unit and"
                + " cannot prove it.")
        : Optional.empty();
  }

  private static String listed(List<String> places) {
    return places.isEmpty() ? "nothing is recorded" : String.join("; ", places);
  }

  private static List<String> decide(TestItem item) {
    String subject =
        item.entry()
            .map(e -> "row " + e.id() + " of " + e.table())
            .orElse("the product as a whole");
    if (item.unit().kind() == Kind.CONCEPTUAL) {
      return List.of(
          "PASS when what is declared for " + subject + " meets the above as it is written.",
          "FAIL when it does not, or when the text can be read so that it does not.",
          "INCONCLUSIVE when the declaration leaves it open; say which sentence is missing.");
    }
    return List.of(
        "PASS when you saw it on "
            + subject
            + " and can attach what you saw; without evidence of"
            + " this software version it does not count.",
        "FAIL when one try showed otherwise; attach that one.",
        "INCONCLUSIVE when you could not look; say which means was missing.");
  }
}
