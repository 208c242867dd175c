package dev.plumbline.judging.plan;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.RuleEvaluator;
import dev.plumbline.judging.check.UnitProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a unit is applied to. What is not said removes no subject. */
final class Subjects {
  private final Catalogue catalogue;
  private final Dossier dossier;
  private final RuleEvaluator rules;
  private final EntryReferences references;

  Subjects(Catalogue catalogue, Dossier dossier, RuleEvaluator rules, EntryReferences references) {
    this.catalogue = catalogue;
    this.dossier = dossier;
    this.rules = rules;
    this.references = references;
  }

  /** At least one subject. */
  List<Subject> of(UnitProfile profile) {
    TestUnit unit = profile.unit();
    Optional<String> table =
        unit.table().or(() -> unit.alsoUses().stream().findFirst()).filter(this::known);
    if (table.isPresent() && !dossier.ixit().has(table.get())) {
      return List.of(
          Subject.blocked(Optional.empty(), "There is no ixit/" + table.get() + ".yaml."));
    }
    return switch (unit.scope()) {
      case DUT, TABLE, ICS -> List.of(Subject.dut());
      case ENTRY -> entries(profile, unit.table().orElseThrow());
      case PAIR -> pairs(profile, unit.table().orElseThrow());
    };
  }

  private boolean known(String table) {
    return catalogue.table(table).map(IxitTable::id).isPresent();
  }

  private List<Subject> entries(UnitProfile profile, String table) {
    List<Subject> subjects = new ArrayList<>();
    for (IxitEntry entry : dossier.ixit().entries(table)) {
      selected(profile, entry, Optional.empty())
          .ifPresent(note -> subjects.add(Subject.of(entry, note)));
    }
    return orNothing(subjects, table);
  }

  private List<Subject> pairs(UnitProfile profile, String table) {
    List<String> targets =
        profile.unit().alsoUses().stream().filter(t -> references.link(table, t)).toList();
    if (targets.isEmpty()) {
      return entries(profile, table);
    }
    List<Subject> subjects = new ArrayList<>();
    for (IxitEntry entry : dossier.ixit().entries(table)) {
      targets.forEach(t -> subjects.addAll(pairs(profile, entry, t)));
    }
    return orNothing(subjects, table);
  }

  private List<Subject> pairs(UnitProfile profile, IxitEntry entry, String target) {
    List<Subject> subjects = new ArrayList<>();
    List<String> lost = references.dangling(entry, target);
    if (!lost.isEmpty()) {
      subjects.add(Subject.blocked(Optional.of(entry), dangling(entry, lost, target)));
    }
    List<IxitEntry> seconds = references.of(entry, target);
    for (IxitEntry second : seconds) {
      selected(profile, entry, Optional.of(second))
          .ifPresent(note -> subjects.add(Subject.pair(entry, second, note)));
    }
    if (seconds.isEmpty() && lost.isEmpty()) {
      selected(profile, entry, Optional.empty())
          .ifPresent(
              note ->
                  subjects.add(
                      Subject.nothing(
                          Optional.of(entry),
                          entry.id()
                              + " names no entry of "
                              + target
                              + "; a person confirms that this is right.")));
    }
    return subjects;
  }

  static String dangling(IxitEntry entry, List<String> lost, String target) {
    return entry.id() + " names " + String.join(", ", lost) + ", which " + target + " lacks.";
  }

  /** Empty when the entry is not selected; else what to say about the selection. */
  private Optional<String> selected(
      UnitProfile profile, IxitEntry entry, Optional<IxitEntry> second) {
    Optional<UnitRule> rule = profile.rule().filter(r -> r.select().isPresent());
    if (rule.isEmpty()) {
      return Optional.of("");
    }
    Optional<Boolean> selects = rules.selects(rule.get(), Optional.of(entry), second, dossier);
    if (selects.isEmpty()) {
      return Optional.of(
          entry.id()
              + " does not say enough to tell whether the unit is about it; it counts as so.");
    }
    return selects.get() ? Optional.of("") : Optional.empty();
  }

  private List<Subject> orNothing(List<Subject> subjects, String table) {
    if (!subjects.isEmpty()) {
      return subjects;
    }
    String what =
        dossier.ixit().entries(table).isEmpty()
            ? table + " has no entry"
            : "No entry of " + table + " matches";
    return List.of(
        Subject.nothing(Optional.empty(), what + "; a person confirms that this is right."));
  }
}
