package dev.plumbline.checks;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check.Outcome;
import dev.plumbline.engine.Contradiction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a check gathers on its way to a finding: the observations, what speaks against the
 * proposition, and what was not seen. Against outweighs unseen, unseen outweighs holds.
 */
final class Questions {
  private static final int MOST_SHOWN = 20;

  private final Set<Observation> basis = new LinkedHashSet<>();
  private final Set<String> against = new LinkedHashSet<>();
  private final Set<String> gaps = new LinkedHashSet<>();
  private final List<Observation> refuting = new ArrayList<>();
  private final List<Contradiction> contradictions = new ArrayList<>();

  void restsOn(Collection<Observation> observations) {
    basis.addAll(observations);
  }

  void restsOn(Observation observation) {
    basis.add(observation);
  }

  /** A clause, such as "nobody tried it". */
  void gap(String clause) {
    gaps.add(clause);
  }

  /** A clause that refutes the proposition, and what shows it. */
  void against(String clause, Observation shows) {
    against.add(clause);
    basis.add(shows);
    refuting.add(shows);
  }

  /** A statement of the dossier that its own observation contradicts. */
  void contradiction(Place place, String declared, String observed, Observation shows) {
    contradictions.add(new Contradiction(place, declared, observed, shows));
  }

  boolean refuted() {
    return !against.isEmpty();
  }

  /** All that speaks against, in one text. */
  String refutation() {
    return listed(against);
  }

  /** The one statement that everything against contradicts; none when nothing does. */
  Questions contradicting(Place place, String declared) {
    return contradicting(place, declared, "");
  }

  /**
   * The same.
   *
   * @param how what to say before the list of what speaks against
   */
  Questions contradicting(Place place, String declared, String how) {
    if (refuted() && !declared.isBlank()) {
      contradiction(place, declared, how + refutation() + ".", refuting.getFirst());
    }
    return this;
  }

  /**
   * The finding.
   *
   * @param refuted what to say before the list of what speaks against; may be empty
   * @param holds what holds when nothing speaks against and nothing was left unseen
   */
  Outcome outcome(String refuted, String remedy, String holds) {
    List<Observation> on = List.copyOf(basis);
    if (refuted()) {
      return new Outcome(
          new Finding.Violated(refuted + refutation() + ".", remedy), on, contradictions);
    }
    return gaps.isEmpty() ? Answers.holds(holds, on) : Answers.undetermined(unseen(), on);
  }

  /** A device with all ports open must not fill the report. */
  private static String listed(Set<String> clauses) {
    String shown = clauses.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "));
    return clauses.size() <= MOST_SHOWN
        ? shown
        : shown + "; and " + (clauses.size() - MOST_SHOWN) + " more";
  }

  /** What was not seen, as a sentence. */
  String unseen() {
    String text = listed(gaps);
    return text.isEmpty()
        ? ""
        : Character.toUpperCase(text.charAt(0))
            + text.substring(1)
            + (text.endsWith(".") ? "" : ".");
  }
}
