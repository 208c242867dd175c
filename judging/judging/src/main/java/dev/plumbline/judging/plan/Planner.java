package dev.plumbline.judging.plan;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Engine;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.RuleEvaluator;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the plan: which items there are, who decides each, and what nothing can decide yet. */
public final class Planner {
  private final Catalogue catalogue;
  private final Prepared prepared;
  private final Dossier dossier;
  private final EntryReferences references;
  private final Subjects subjects;
  private final Set<String> observed;

  private Planner(Prepared prepared, RuleEvaluator rules, Dossier dossier) {
    this.prepared = prepared;
    this.catalogue = prepared.catalogue();
    this.dossier = dossier;
    this.references = new EntryReferences(prepared, dossier.ixit());
    this.subjects = new Subjects(catalogue, dossier, rules, references);
    this.observed =
        dossier.observations().stream().map(Observation::key).collect(Collectors.toSet());
  }

  /** The plan for one dossier; {@link Engine} does the same for many. */
  public static Plan plan(
      Catalogue catalogue, Dossier dossier, Checks checks, RuleEvaluator rules) {
    return plan(Prepared.of(catalogue, checks, rules), rules, dossier);
  }

  public static Plan plan(Prepared prepared, RuleEvaluator rules, Dossier dossier) {
    return new Planner(prepared, rules, dossier).plan();
  }

  private Plan plan() {
    List<Stated> stated = new ArrayList<>();
    Map<UnitId, List<TestItem>> items = new HashMap<>();
    for (TestGroup group : catalogue.groups().values()) {
      Stated s = Stated.of(catalogue.provision(group.id()).orElseThrow(), dossier.ics());
      stated.add(s);
      if (s.isTested()) {
        units(group).forEach(u -> items.put(u.id(), items(u, s)));
      }
    }
    Inheritance inheritance = new Inheritance(items, prepared, references);
    List<PlannedGroup> groups = new ArrayList<>();
    for (TestGroup group : catalogue.groups().values()) {
      groups.add(group(group, stated.get(groups.size()), items, inheritance));
    }
    return new Plan(catalogue, dossier, groups);
  }

  private PlannedGroup group(
      TestGroup group, Stated stated, Map<UnitId, List<TestItem>> items, Inheritance inheritance) {
    Map<UnitId, List<TestItem>> own = new LinkedHashMap<>();
    for (TestUnit unit : units(group)) {
      Optional.ofNullable(items.get(unit.id()))
          .ifPresent(list -> own.put(unit.id(), inheritance.apply(unit, list)));
    }
    return new PlannedGroup(
        catalogue.provision(group.id()).orElseThrow(),
        group,
        dossier.ics().answer(group.id()),
        stated.standing(),
        stated.reason(),
        own,
        stated.isTested() ? List.of() : aside(group, stated));
  }

  /** What its checks may show of a group that is answered N or N/A; they read the device alone. */
  private List<TestItem> aside(TestGroup group, Stated stated) {
    List<TestItem> aside = new ArrayList<>();
    for (TestUnit unit : units(group)) {
      UnitProfile profile = prepared.unit(unit.id());
      if (profile.check().isPresent()) {
        subjects.of(profile).stream()
            .filter(s -> !s.empty())
            .filter(s -> s.blocked().isEmpty() || s.entry().isEmpty())
            .map(s -> s.blocked().isEmpty() ? s : Subject.dut())
            .forEach(s -> aside.add(item(profile, s, stated)));
      }
    }
    return aside;
  }

  private static List<TestUnit> units(TestGroup group) {
    List<TestUnit> units = new ArrayList<>();
    for (TestCase testCase : group.cases()) {
      units.addAll(testCase.units());
    }
    return units;
  }

  private List<TestItem> items(TestUnit unit, Stated stated) {
    UnitProfile profile = prepared.unit(unit.id());
    List<TestItem> items = new ArrayList<>();
    for (Subject subject : subjects.of(profile)) {
      items.add(item(profile, subject, stated));
    }
    return items;
  }

  private TestItem item(UnitProfile profile, Subject subject, Stated stated) {
    Optional<String> absence =
        subject.empty() && subject.entry().isEmpty() && profile.testCase().passWhenFeatureAbsent()
            ? stated.absence()
            : Optional.empty();
    DecidedBy by =
        absence.isPresent()
            ? DecidedBy.RULE
            : subject.empty() ? DecidedBy.ASSESSOR : decidedBy(profile);
    return new TestItem(
        new ItemId(profile.unit().id(), subject.name()),
        profile.unit(),
        subject.entry(),
        subject.second(),
        subject.empty(),
        by,
        subject.empty() ? List.of() : profile.check().map(Check::needs).orElse(List.of()),
        blocked(profile, subject, stated, by),
        List.of(),
        absence
            .map(a -> "Passes because the feature is absent: " + a + ", and no entry says else.")
            .orElse(subject.note()));
  }

  private static DecidedBy decidedBy(UnitProfile profile) {
    if (profile.wholeCheck().isPresent()) {
      return DecidedBy.PROBE;
    }
    return profile.wholeRule().isPresent() ? DecidedBy.RULE : DecidedBy.ASSESSOR;
  }

  private Optional<String> blocked(
      UnitProfile profile, Subject subject, Stated stated, DecidedBy by) {
    if (!subject.blocked().isEmpty()) {
      return Optional.of(subject.blocked());
    }
    // What machines can tell is worth knowing before the ICS is filled in; a person's time is not.
    if (by == DecidedBy.ASSESSOR
        && stated.standing() == Standing.UNSETTLED
        && dossier.ics().answer(profile.provision().id()).isEmpty()) {
      return Optional.of(stated.reason());
    }
    return by == DecidedBy.PROBE
        ? profile.check().map(Check::needs).flatMap(this::unobtainable)
        : Optional.empty();
  }

  /** Why none of these observations can be had; empty when one can. */
  private Optional<String> unobtainable(List<String> needs) {
    boolean possible =
        needs.isEmpty()
            || needs.stream()
                .anyMatch(
                    k ->
                        observed.contains(k)
                            || (k.startsWith("page.")
                                ? !dossier.product().publicPages().isEmpty()
                                : k.startsWith("password.")
                                    || !dossier.product().targets().isEmpty()));
    return possible
        ? Optional.empty()
        : Optional.of(
            needs.stream().allMatch(k -> k.startsWith("page."))
                ? "product.yaml names no publicPages."
                : "product.yaml names no targets.");
  }
}
