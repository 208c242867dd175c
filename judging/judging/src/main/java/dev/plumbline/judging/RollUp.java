package dev.plumbline.judging;

import dev.plumbline.catalogue.CaseRule;
import dev.plumbline.catalogue.Section;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.Verdict;
import dev.plumbline.core.VerdictRule;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.plan.PlannedGroup;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.judging.traffic.TrafficSeen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes verdicts of findings: unit, case, group, section, whole. */
final class RollUp {
  private final Plan plan;
  private final Facts facts;

  RollUp(Plan plan, Facts facts) {
    this.plan = plan;
    this.facts = facts;
  }

  /** Says what was seen against an item that no verdict counts. */
  interface Aside {
    Optional<SeenFlaw> seen(TestItem item, Optional<Verdict> counting);
  }

  Assessment assessment(Function<TestItem, Judged> judge, Aside aside) {
    Map<String, List<GroupResult>> bySection = new LinkedHashMap<>();
    for (PlannedGroup group : plan.groups()) {
      bySection
          .computeIfAbsent(group.provision().id().section(), s -> new ArrayList<>())
          .add(group(group, judge, aside));
    }
    List<SectionResult> sections = new ArrayList<>();
    for (Section section : plan.catalogue().edition().sections()) {
      Optional.ofNullable(bySection.get(section.id()))
          .ifPresent(groups -> sections.add(section(section, groups)));
    }
    List<Verdict> verdicts = new ArrayList<>();
    bySection.values().stream()
        .flatMap(List::stream)
        .forEach(g -> g.verdict().ifPresent(verdicts::add));
    Map<Verdict, Integer> numbers = new EnumMap<>(Verdict.class);
    verdicts.forEach(v -> numbers.merge(v, 1, Integer::sum));
    Assessment bare =
        new Assessment(
                facts.dossier().product(),
                plan.catalogue(),
                facts.policy(),
                VerdictRule.ALL_OF.combine(verdicts),
                numbers,
                sum(sections.stream().map(SectionResult::counts).toList()),
                sections,
                List.of(),
                List.of(),
                TrafficSeen.of(facts))
            .withFamily(
                facts
                    .dossier()
                    .family()
                    .map(
                        f ->
                            FamilyStanding.of(
                                sections.stream()
                                    .flatMap(s -> s.groups().stream())
                                    .flatMap(g -> g.cases().stream())
                                    .flatMap(c -> c.units().stream())
                                    .flatMap(u -> u.items().stream())
                                    .toList(),
                                f)));
    return bare.withRemarks(Remarks.of(bare, facts))
        .withWaivers(WaivedItem.of(bare.items(), facts.dossier().waivers(), facts.day()));
  }

  private static SectionResult section(Section section, List<GroupResult> groups) {
    List<Verdict> verdicts = groups.stream().flatMap(g -> g.verdict().stream()).toList();
    return new SectionResult(
        section,
        verdicts.isEmpty() ? Optional.empty() : Optional.of(VerdictRule.ALL_OF.combine(verdicts)),
        sum(groups.stream().map(GroupResult::counts).toList()),
        groups);
  }

  private static GroupResult group(
      PlannedGroup group, Function<TestItem, Judged> judge, Aside aside) {
    List<CaseResult> cases = new ArrayList<>();
    if (!group.units().isEmpty()) {
      group.group().cases().forEach(c -> cases.add(testCase(c, group, judge)));
    }
    Verdict tested = VerdictRule.ALL_OF.combine(cases.stream().map(CaseResult::verdict).toList());
    boolean claimedYetNothing =
        group.standing() == Standing.CLAIMED && tested == Verdict.NOT_APPLICABLE;
    Optional<Verdict> verdict = verdict(group.standing(), tested);
    return new GroupResult(
        group.provision(),
        group.group(),
        group.answer(),
        group.standing(),
        verdict,
        claimedYetNothing
            ? "Answered Y, yet nothing in it applies; N/A is for the ICS to say."
            : group.reason(),
        sum(cases.stream().map(CaseResult::counts).toList()),
        cases,
        aside(group, verdict, aside));
  }

  /** What several units of a provision show alike is told once. */
  private static List<SeenFlaw> aside(PlannedGroup group, Optional<Verdict> verdict, Aside aside) {
    Map<String, SeenFlaw> flaws = new LinkedHashMap<>();
    group.aside().stream()
        .flatMap(i -> aside.seen(i, verdict).stream())
        .forEach(f -> flaws.putIfAbsent(f.reason(), f));
    return List.copyOf(flaws.values());
  }

  /** The one place that says what the standing of a provision makes of its verdict. */
  static Optional<Verdict> verdict(Standing standing, Verdict tested) {
    Verdict settled = tested == Verdict.NOT_APPLICABLE ? Verdict.INCONCLUSIVE : tested;
    return switch (standing) {
      case CLAIMED -> Optional.of(settled);
      // Failing does not wait for the answer; passing does.
      case UNSETTLED -> Optional.of(settled == Verdict.FAIL ? Verdict.FAIL : Verdict.INCONCLUSIVE);
      case REFUSED -> Optional.of(Verdict.FAIL);
      case NOT_APPLICABLE -> Optional.of(Verdict.NOT_APPLICABLE);
      case DECLINED -> Optional.empty();
    };
  }

  private static CaseResult testCase(
      TestCase testCase, PlannedGroup group, Function<TestItem, Judged> judge) {
    VerdictRule overItems =
        testCase.rule() == CaseRule.ANY_SUBJECT ? VerdictRule.ANY_OF : VerdictRule.ALL_OF;
    List<UnitResult> units = new ArrayList<>();
    for (TestUnit unit : testCase.units()) {
      List<Judged> items = new ArrayList<>();
      List<Verdict> verdicts = new ArrayList<>();
      Counts counts = Counts.NONE;
      for (TestItem item : group.items(unit.id())) {
        Judged judged = judge.apply(item);
        items.add(judged);
        verdicts.add(judged.verdict());
        counts = counts.plus(counts(judged));
      }
      units.add(new UnitResult(unit, overItems.combine(verdicts), counts, items));
    }
    return new CaseResult(
        testCase,
        CaseVerdict.of(testCase, units),
        sum(units.stream().map(UnitResult::counts).toList()),
        units);
  }

  private static Counts counts(Judged item) {
    int executed = item.executed() ? 1 : 0;
    return new Counts(
        1,
        item.item().blocked().isEmpty() || item.executed() ? 1 : 0,
        executed,
        item.evidenced() ? executed : 0,
        one(item, Conclusion.PROVED),
        one(item, Conclusion.CONFIRMED),
        one(item, Conclusion.DECIDED),
        one(item, Conclusion.SEARCHED));
  }

  private static int one(Judged item, Conclusion conclusion) {
    return item.conclusion() == conclusion ? 1 : 0;
  }

  private static Counts sum(List<Counts> counts) {
    return counts.stream().reduce(Counts.NONE, Counts::plus);
  }
}
