package dev.plumbline.judging;

import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.EarnedFindings;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.judging.plan.EntryReferences;
import dev.plumbline.judging.reuse.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What checks, rules and inheritance say of an item. A defect of theirs is an answer of its own.
 */
final class MachineFindings {
  private final Facts facts;
  private final Outcomes outcomes;
  private final Safeguards safeguards;
  private final BasisDigests basis;

  MachineFindings(
      Prepared prepared,
      Facts facts,
      Outcomes outcomes,
      EntryReferences references,
      BasisDigests basis) {
    this.basis = basis;
    this.facts = facts;
    this.outcomes = outcomes;
    this.safeguards = new Safeguards(prepared, facts, references);
  }

  /**
   * @param sources the judged items that the item takes over
   */
  MachineFinding opinion(TestItem item, UnitProfile profile, List<Judged> sources) {
    if (item.blocked().isPresent()) {
      return MachineFinding.open(item.blocked().get());
    }
    if (item.emptySelection()) {
      return item.by() == DecidedBy.RULE
          ? MachineFinding.of(new Finding.Holds(item.note()), DecidedBy.RULE, true)
          : MachineFinding.open(item.note());
    }
    List<MachineFinding> parts = new ArrayList<>();
    boolean decidedElse = profile.wholeRule().isPresent() || !sources.isEmpty();
    profile.check().flatMap(c -> check(item, c, profile, decidedElse)).ifPresent(parts::add);
    profile
        .rule()
        .filter(r -> r.holds().isPresent())
        .ifPresent(r -> rule(item, profile, r, !sources.isEmpty()).ifPresent(parts::add));
    if (!sources.isEmpty()) {
      parts.add(inherited(item, sources));
    }
    return parts.stream()
        .reduce(MachineFinding::and)
        .orElseGet(
            () -> MachineFinding.open("A person decides: " + item.unit().check() + note(item)));
  }

  /** What was seen against an item of a provision that is not tested; nothing else counts there. */
  Optional<SeenFlaw> aside(TestItem item, UnitProfile profile, Optional<Verdict> counting) {
    return profile
        .check()
        .map(c -> check(item, c, profile))
        .filter(o -> o.finding() instanceof Finding.Violated)
        .filter(o -> o.basis().stream().anyMatch(Observation::seen))
        .map(o -> new SeenFlaw(item.id(), o.finding().reason(), o.basis(), counting, true));
  }

  private static String note(TestItem item) {
    return item.note().isEmpty() ? "" : " " + item.note();
  }

  /** Empty for a check that can refute only and did not, where something else decides. */
  private Optional<MachineFinding> check(
      TestItem item, Check check, UnitProfile profile, boolean decidedElse) {
    MachineFinding opinion = check(item, check, profile);
    boolean refutes =
        opinion.finding() instanceof Finding.Violated
            || opinion.finding() instanceof Finding.Errored;
    if (refutes || !profile.refutesOnly()) {
      return Optional.of(opinion);
    }
    return decidedElse
        ? Optional.empty()
        : Optional.of(
            new MachineFinding(
                new Finding.Undetermined(
                    "A person decides: "
                        + item.unit().check()
                        + note(item)
                        + " The check does not refute it: "
                        + opinion.finding().reason()),
                DecidedBy.ASSESSOR,
                opinion.executed(),
                opinion.basis(),
                opinion.contradictions(),
                opinion.questionLog()));
  }

  /**
   * What the check says of the newest answers, unless a source whose answers were followed by
   * another's shows it to be wrong. Such a source can refute, and proves nothing: since it spoke,
   * another had no answer or a narrower one.
   */
  private MachineFinding check(TestItem item, Check check, UnitProfile profile) {
    List<Facts> bySource = outcomes.facts().bySource(check.needs(), check.states());
    MachineFinding newest = check(item, check, profile, 0, bySource.getFirst());
    if (newest.finding() instanceof Finding.Violated) {
      return newest;
    }
    for (int source = 1; source < bySource.size(); source++) {
      MachineFinding other = check(item, check, profile, source, bySource.get(source));
      if (other.finding() instanceof Finding.Violated) {
        return other;
      }
    }
    return newest;
  }

  private MachineFinding check(
      TestItem item, Check check, UnitProfile profile, int source, Facts heard) {
    try {
      Check.Outcome outcome = outcomes.outcome(item, check, source, heard);
      Finding finding =
          EarnedFindings.byCheck(
              safeguards.afterCheck(item, outcome, check.states()), outcome, profile.open());
      finding = Drafts.afterCheck(finding, () -> basis.entries(item, profile));
      if (finding instanceof Finding.Undetermined u) {
        finding = withSetAside(u, check);
      }
      boolean looked =
          finding instanceof Finding.Violated
              || finding instanceof Finding.Holds
              || finding instanceof Finding.Searched
              || outcome.basis().stream().anyMatch(Observation::seen);
      return new MachineFinding(
          finding,
          DecidedBy.PROBE,
          looked,
          outcome.basis().stream().map(facts::recorded).toList(),
          outcome.contradictions(),
          outcome.questionLog());
    } catch (RuntimeException | StackOverflowError e) {
      return MachineFinding.of(
          new Finding.Errored("The check " + Checks.name(check) + " failed: " + e),
          DecidedBy.PROBE,
          false);
    }
  }

  /** Says so where observations exist, but of another version, unit or state. */
  private Finding withSetAside(Finding.Undetermined finding, Check check) {
    List<Observation> aside =
        facts.setAside().stream()
            .filter(o -> check.needs().contains(o.key()))
            .filter(o -> !check.states().contains(o.source().state()))
            .toList();
    return aside.isEmpty()
        ? finding
        : new Finding.Undetermined(
            finding.reason()
                + " Set aside: "
                + aside.stream()
                    .flatMap(o -> Facts.whySetAside(o, facts.dossier().product()).stream())
                    .distinct()
                    .collect(Collectors.joining("; "))
                + ".",
            finding.remedies());
  }

  /** Empty for a part of a unit that is not refuted, where something else decides the rest. */
  private Optional<MachineFinding> rule(
      TestItem item, UnitProfile profile, UnitRule rule, boolean inherits) {
    Finding finding;
    try {
      finding =
          EarnedFindings.byRule(
              Safeguards.afterRule(
                  item,
                  outcomes
                      .rules()
                      .evaluate(
                          rule,
                          item.entry(),
                          item.second(),
                          facts.dossier(),
                          facts.policy(),
                          facts.day())),
              item,
              profile.open());
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(
          MachineFinding.of(
              new Finding.Errored("The rule of " + rule.unit() + " failed: " + e),
              DecidedBy.RULE,
              false));
    }
    if (rule.whole() || finding instanceof Finding.Violated || finding instanceof Finding.Errored) {
      boolean looked =
          finding instanceof Finding.Holds
              || finding instanceof Finding.Searched
              || finding instanceof Finding.Violated;
      return Optional.of(MachineFinding.of(finding, DecidedBy.RULE, looked));
    }
    if (profile.check().isPresent() || inherits) {
      return Optional.empty();
    }
    return Optional.of(
        MachineFinding.open(
            "A person decides: "
                + item.unit().check()
                + note(item)
                + " The declaration does not refute it: "
                + finding.reason()));
  }

  /** Never better than the worst of the sources. */
  private static MachineFinding inherited(TestItem item, List<Judged> sources) {
    Optional<Judged> violated =
        sources.stream().filter(s -> s.finding() instanceof Finding.Violated).findFirst();
    Optional<Judged> open =
        sources.stream()
            .filter(
                s ->
                    s.finding() instanceof Finding.Undetermined
                        || s.finding() instanceof Finding.Errored)
            .findFirst();
    List<Judged> searched =
        sources.stream().filter(s -> s.finding() instanceof Finding.Searched).toList();
    boolean noneHolds =
        searched.isEmpty() && sources.stream().noneMatch(s -> s.finding() instanceof Finding.Holds);
    Finding finding;
    DecidedBy by = violated.or(() -> open).orElse(sources.getFirst()).by();
    if (violated.isPresent() && violated.get().finding() instanceof Finding.Violated v) {
      finding =
          new Finding.Violated(
              "Taken over from " + violated.get().item().id() + ": " + v.reason(), v.remedy());
    } else if (open.isPresent()) {
      finding =
          new Finding.Undetermined(
              "Rests on " + open.get().item().id() + ": " + open.get().finding().reason());
    } else if (noneHolds) {
      finding = new Finding.Undetermined("None of the items that it rests on applies.");
    } else if (!item.note().isEmpty()) {
      finding =
          new Finding.Undetermined("Holds as far as " + names(sources) + ". Open: " + item.note());
      by = DecidedBy.ASSESSOR;
    } else if (!searched.isEmpty()) {
      finding = searched(sources, searched);
      by = searched.getFirst().by();
    } else {
      finding = new Finding.Holds("Holds, as " + names(sources) + " hold.");
      by = sources.stream().anyMatch(s -> s.by() == DecidedBy.ASSESSOR) ? DecidedBy.ASSESSOR : by;
    }
    return new MachineFinding(
        finding,
        by,
        sources.stream().anyMatch(Judged::executed),
        sources.stream().flatMap(s -> s.basis().stream()).distinct().toList(),
        List.of(),
        QuestionLog.NONE,
        violated.map(s -> s.item().id()));
  }

  private static Finding searched(List<Judged> sources, List<Judged> searched) {
    List<String> lookedAt = new ArrayList<>();
    List<String> notLookedAt = new ArrayList<>();
    for (Judged source : searched) {
      if (source.finding() instanceof Finding.Searched s) {
        lookedAt.addAll(s.lookedAt());
        notLookedAt.addAll(s.notLookedAt());
      }
    }
    return new Finding.Searched(
        "Holds, as "
            + names(sources)
            + " hold, of which a search supports "
            + names(searched)
            + ".",
        lookedAt.stream().distinct().toList(),
        notLookedAt.stream().distinct().toList());
  }

  private static String names(List<Judged> sources) {
    return sources.stream()
        .map(s -> s.item().id())
        .map(ItemId::toString)
        .collect(Collectors.joining(", "));
  }
}
