package dev.plumbline.catalogue.profile;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses a profile that does not fit its edition. Problems: {@code PLB-9041} a provision that the
 * edition does not have, {@code PLB-9042} a status that is weaker or says nothing new, {@code
 * PLB-9043} an id that is taken, {@code PLB-9044} an unknown section, table, condition or feature,
 * {@code PLB-9045} a provision or unit that nothing answers, {@code PLB-9046} a rule for a unit
 * that is not the profile's, {@code PLB-9047} a rule or column that is not whole.
 */
public final class ProfileLinter {
  private final Profile profile;
  private final Catalogue edition;
  private final Catalogue base;
  private final Catalogue whole;
  private final Problems problems = new Problems();

  private ProfileLinter(Profile profile, Catalogue edition, Catalogue base) {
    this.profile = profile;
    this.edition = edition;
    this.base = base;
    this.whole = ProfiledEdition.of(base, profile);
  }

  /**
   * Everything wrong with a profile but its expressions, which are compiled elsewhere.
   *
   * @param edition the edition that it extends, without any profile
   * @param base the same with the profiles that a dossier names before it
   */
  public static List<Problem> lint(Profile profile, Catalogue edition, Catalogue base) {
    ProfileLinter linter = new ProfileLinter(profile, edition, base);
    linter.stricter();
    linter.provisions();
    linter.tables();
    linter.rules();
    return linter.problems.sorted();
  }

  private void stricter() {
    for (Profile.Stricter s : profile.stricter()) {
      Optional<Provision> known = edition.provision(s.provision());
      if (known.isEmpty()) {
        problem(
            "PLB-9041",
            s.place(),
            "Edition " + base.edition().id() + " has no provision " + s.provision() + ".",
            "Correct the number, or make it a provision of the profile.");
      } else if (known.get().mandatory() && !s.mandatory()) {
        problem(
            "PLB-9042",
            s.place(),
            s.provision() + " is a requirement of the edition; a profile cannot make it weaker.",
            "Leave it out.");
      } else if (known.get().mandatory() == s.mandatory()) {
        problem(
            "PLB-9042",
            s.place(),
            s.provision() + " has that status in the edition.",
            "Leave it out.");
      }
    }
  }

  private void provisions() {
    Set<String> sections = new HashSet<>();
    whole.edition().sections().forEach(s -> sections.add(s.id()));
    Set<String> seen = new HashSet<>();
    for (Provision p : profile.provisions()) {
      String name = "provision " + p.id();
      taken(name, seen, base.provision(p.id()).isPresent(), "id");
      if (!sections.contains(p.id().section())) {
        unknown(name, "id", "section " + p.id().section());
      }
      p.conditions().stream()
          .filter(c -> !base.conditions().containsKey(c))
          .forEach(c -> unknown(name, "conditions", "condition " + c));
      p.features().stream()
          .filter(f -> !base.features().containsKey(f))
          .forEach(f -> unknown(name, "features", "feature " + f));
    }
    profile.groups().forEach(g -> group(g, seen));
  }

  private void group(TestGroup group, Set<String> seen) {
    List<TestUnit> units = group.cases().stream().flatMap(c -> c.units().stream()).toList();
    if (units.isEmpty()) {
      problem(
          "PLB-9045",
          place("provision " + group.id(), "id"),
          group.id() + " has no unit that tests it.",
          "Give it a case with a unit; without one it would pass by absence.");
    }
    for (TestUnit unit : units) {
      String name = "unit " + unit.id();
      taken(name, seen, base.unit(unit.id()).isPresent(), "id");
      Stream.concat(unit.table().stream(), unit.alsoUses().stream())
          .filter(t -> whole.table(t).isEmpty())
          .forEach(t -> unknown(name, "table", "table " + t));
      boolean rows = unit.scope() == UnitScope.ENTRY || unit.scope() == UnitScope.PAIR;
      if (rows && unit.table().isEmpty()) {
        problem(
            "PLB-9047",
            place(name, "scope"),
            unit.id() + " is about entries of no table.",
            "Name its table, or make its scope dut.");
      }
      boolean ruled =
          whole.rule(unit.id()).filter(r -> r.whole() && r.holds().isPresent()).isPresent();
      if (unit.check().isBlank() && !ruled) {
        problem(
            "PLB-9045",
            place(name, "id"),
            unit.id() + " is answered by nothing.",
            "Say under 'check' what a person looks at, or write a rule that decides the whole.");
      }
    }
  }

  private void tables() {
    Set<String> seen = new HashSet<>();
    Set<String> names = new HashSet<>();
    base.tables().keySet().forEach(t -> names.add(shortName(t)));
    for (IxitTable table : profile.tables()) {
      String name = "table " + table.id();
      taken(name, seen, base.table(table.id()).isPresent(), "id");
      if (base.table(table.id()).isEmpty() && !names.add(shortName(table.id()))) {
        problem(
            "PLB-9043",
            place(name, "id"),
            "Rules could not tell " + table.id() + " from another table of that name.",
            "Change the part behind the number.");
      }
      Set<String> keys = new HashSet<>();
      for (IxitColumn c :
          Stream.concat(table.columns().stream(), table.fields().stream()).toList()) {
        if (!keys.add(c.key()) || (c.type() == ColumnType.ENUM && c.values().isEmpty())) {
          problem(
              "PLB-9047",
              place(name, "columns"),
              "The column " + c.key() + " stands twice, or is a choice of nothing.",
              "Rename one, or list its values.");
        }
        c.refs().stream()
            .filter(r -> whole.table(r).isEmpty())
            .forEach(r -> unknown(name, "columns", "table " + r));
      }
    }
  }

  private void rules() {
    Set<String> seen = new HashSet<>();
    for (UnitRule rule : profile.rules()) {
      String name = "rule " + rule.unit();
      if (!profile.nodes().containsKey("unit " + rule.unit())) {
        problem(
            "PLB-9046",
            place(name, "unit"),
            rule.unit() + " is no unit of this profile; a profile decides its own alone.",
            "Name a unit of the profile.");
      }
      taken(name, seen, false, "unit");
      boolean judges = rule.holds().isPresent();
      boolean told =
          !rule.because().isBlank() && !rule.otherwise().isBlank() && !rule.remedy().isBlank();
      if (judges ? !told : rule.select().isEmpty() || rule.known().isPresent()) {
        problem(
            "PLB-9047",
            place(name, "unit"),
            "The rule of " + rule.unit() + " is not whole.",
            "Give it holds with because, otherwise and remedy, or a select alone.");
      }
    }
  }

  private void taken(String name, Set<String> seen, boolean inBase, String key) {
    if (inBase || !seen.add(name)) {
      problem(
          "PLB-9043",
          place(name, key),
          "There is a " + name + (inBase ? " in the edition." : " already."),
          "Take a number that is free; sections from 20 on are.");
    }
  }

  private void unknown(String name, String key, String what) {
    problem(
        "PLB-9044",
        place(name, key),
        "The " + name + " names " + what + ", which does not exist.",
        "Correct the name, or add what it names.");
  }

  private Place place(String name, String key) {
    Optional<Mapping> node = Optional.ofNullable(profile.nodes().get(name));
    return node.flatMap(n -> n.get(key))
        .map(YamlNode::place)
        .or(() -> node.map(Mapping::place))
        .orElse(Place.of(profile.id()));
  }

  private static String shortName(String table) {
    return table.substring(table.indexOf('-') + 1);
  }

  private void problem(String id, Place place, String what, String remedy) {
    problems.error(id, place, what, remedy);
  }
}
