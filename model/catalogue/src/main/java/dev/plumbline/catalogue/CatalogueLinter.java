package dev.plumbline.catalogue;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses a catalogue whose parts do not fit together. Problems: {@code PLB-9001} unknown condition
 * or feature, {@code PLB-9002} one that nothing uses, {@code PLB-9003} unknown provision, {@code
 * PLB-9004} unknown unit or case, {@code PLB-9005} unknown table, {@code PLB-9006} a rule for no
 * unit, {@code PLB-9007} a rule that lacks a text or an expression, {@code PLB-9008} a text that
 * stands twice, {@code PLB-9009} a unit that nothing answers, {@code PLB-9010} a key twice in a
 * table, {@code PLB-9011} a choice without values, {@code PLB-9012} a unit that a whole rule
 * decides, without word on whether its question is closed or open.
 */
public final class CatalogueLinter {
  private final Catalogue catalogue;
  private final Problems problems = new Problems();

  private CatalogueLinter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Everything wrong with a catalogue, by file. */
  public static List<Problem> lint(Catalogue catalogue) {
    CatalogueLinter linter = new CatalogueLinter(catalogue);
    linter.provisions();
    linter.labels(catalogue.conditions().values());
    linter.labels(catalogue.features().values());
    linter.groups();
    linter.tables();
    linter.rules();
    linter.questions();
    return linter.problems.sorted();
  }

  private void provisions() {
    Set<Integer> conditions = new HashSet<>(catalogue.conditions().keySet());
    Set<String> features = new HashSet<>(catalogue.features().keySet());
    for (Provision p : catalogue.provisions().values()) {
      Place place = provisionFile(p.id());
      for (Integer condition : p.conditions()) {
        if (!catalogue.conditions().containsKey(condition)) {
          unknown("PLB-9001", place, p.id() + " depends on condition " + condition);
        }
        conditions.remove(condition);
      }
      for (String feature : p.features()) {
        if (!catalogue.features().containsKey(feature)) {
          unknown("PLB-9001", place, p.id() + " depends on feature " + feature);
        }
        features.remove(feature);
      }
      if (!catalogue.groups().containsKey(p.id())) {
        problem("PLB-9009", place, p.id() + " has no test group.", "Add the group.");
      }
    }
    conditions.forEach(c -> unused("condition " + c));
    features.forEach(f -> unused("feature " + f));
  }

  private void labels(Iterable<Condition> labels) {
    for (Condition label : labels) {
      for (ProvisionId id : label.usedBy()) {
        if (catalogue.provision(id).isEmpty()) {
          unknown("PLB-9003", standard("conditions"), label.label() + " is used by " + id);
        }
      }
    }
  }

  private void groups() {
    Set<String> cases = new HashSet<>();
    catalogue.cases().forEach(c -> cases.add(c.id()));
    for (TestGroup group : catalogue.groups().values()) {
      Place place = file("groups/" + group.id().section());
      if (catalogue.provision(group.id()).isEmpty()) {
        unknown("PLB-9003", place, "A group tests " + group.id());
      }
      group.tables().forEach(t -> table(place, group.id().value(), t));
      for (TestCase testCase : group.cases()) {
        for (TestUnit unit : testCase.units()) {
          unit(place, unit, cases);
        }
      }
    }
  }

  private void unit(Place place, TestUnit unit, Set<String> cases) {
    String name = unit.id().value();
    unit.table().ifPresent(t -> table(place, name, t));
    unit.alsoUses().stream().filter(t -> t.contains("-")).forEach(t -> table(place, name, t));
    for (UnitId reused : unit.reuses()) {
      if (catalogue.unit(reused).isEmpty()) {
        unknown("PLB-9004", place, name + " reuses " + reused);
      }
    }
    for (String needed : unit.dependsOn()) {
      if (!cases.contains(needed) && !isUnit(needed)) {
        unknown("PLB-9004", place, name + " depends on " + needed);
      }
    }
    boolean whole =
        catalogue.rule(unit.id()).filter(r -> r.whole() && r.holds().isPresent()).isPresent();
    if (unit.check().isBlank() && unit.reuses().isEmpty() && !whole) {
      problem(
          "PLB-9009",
          place,
          name + " is answered by nothing.",
          "Say what is checked, name the units it reuses, or write a whole rule.");
    }
  }

  private void tables() {
    for (IxitTable table : catalogue.tables().values()) {
      Place place = file("tables/" + table.id());
      Set<String> keys = new HashSet<>();
      List<IxitColumn> columns = new ArrayList<>(table.columns());
      columns.addAll(table.fields());
      for (IxitColumn column : columns) {
        String name = table.id() + " " + column.key();
        if (!keys.add(column.key())) {
          problem("PLB-9010", place, name + " stands twice.", "Rename one.");
        }
        column.refs().forEach(r -> table(place, name, r));
        if (column.type() == ColumnType.ENUM && column.values().isEmpty()) {
          problem("PLB-9011", place, name + " is a choice of nothing.", "List its values.");
        }
      }
    }
  }

  private void rules() {
    Map<String, UnitRule> texts = new HashMap<>();
    for (UnitRule rule : catalogue.rules().values()) {
      if (catalogue.unit(rule.unit()).isEmpty()) {
        unknown("PLB-9006", rule.place(), "A rule decides " + rule.unit());
      }
      boolean judges = rule.holds().isPresent();
      boolean texted =
          !rule.because().isBlank() && !rule.otherwise().isBlank() && !rule.remedy().isBlank();
      if (judges ? !texted : rule.select().isEmpty() || rule.known().isPresent()) {
        problem(
            "PLB-9007",
            rule.place(),
            "The rule of " + rule.unit() + " is not whole.",
            "Give it holds with because, otherwise and remedy, or a select alone.");
      }
      Optional.of(rule.because())
          .filter(t -> !t.isBlank())
          .flatMap(t -> Optional.ofNullable(texts.putIfAbsent(t, rule)))
          .ifPresent(
              first ->
                  problem(
                      "PLB-9008",
                      rule.place(),
                      "The reason of " + rule.unit() + " is that of " + first.unit() + " too.",
                      "Say what this unit asks, so that reports can tell the two apart."));
    }
  }

  private void questions() {
    for (UnitQuestion question : catalogue.questions().values()) {
      if (catalogue.unit(question.unit()).isEmpty()) {
        unknown("PLB-9004", question.place(), "A question is that of " + question.unit());
      }
    }
    for (UnitRule rule : catalogue.rules().values()) {
      boolean decides =
          rule.whole() && rule.holds().isPresent() && catalogue.units().containsKey(rule.unit());
      if (decides && catalogue.question(rule.unit()).isEmpty()) {
        problem(
            "PLB-9012",
            rule.place(),
            "Whether the question of " + rule.unit() + " is closed or open is not said.",
            "Add it to questions.yaml, with the reason.");
      }
    }
  }

  private boolean isUnit(String text) {
    return UnitId.isValid(text) && catalogue.unit(new UnitId(text)).isPresent();
  }

  private void table(Place place, String who, String table) {
    if (catalogue.table(table).isEmpty()) {
      unknown("PLB-9005", place, who + " uses table " + table);
    }
  }

  private void unused(String what) {
    problem(
        "PLB-9002",
        standard("conditions"),
        "No provision depends on " + what + ".",
        "Remove it, or name it in the provision.");
  }

  private void unknown(String id, Place place, String what) {
    problem(id, place, what + ", which does not exist.", "Correct the name, or add what it names.");
  }

  private void problem(String id, Place place, String what, String remedy) {
    problems.error(id, place, what, remedy);
  }

  private Place provisionFile(ProvisionId id) {
    return standard("provisions/" + id.section());
  }

  private Place standard(String name) {
    return Place.of(
        "standards/en303645/" + catalogue.edition().id().version() + "/" + name + ".yaml");
  }

  private Place file(String name) {
    return Place.of(
        "standards/ts103701/" + catalogue.edition().id().testVersion() + "/" + name + ".yaml");
  }
}
