package dev.plumbline.judging;

import dev.plumbline.catalogue.CaseRule;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.Edition;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.Provenance;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.QuestionKind;
import dev.plumbline.catalogue.Section;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitQuestion;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An edition of a handful of provisions, put together by a test. */
final class SmallCatalogue {
  private final Map<ProvisionId, Provision> provisions = new LinkedHashMap<>();
  private final Map<ProvisionId, TestGroup> groups = new LinkedHashMap<>();
  private final Map<String, IxitTable> tables = new LinkedHashMap<>();
  private final Map<UnitId, UnitRule> rules = new LinkedHashMap<>();
  private final Map<UnitId, TestUnit> units = new LinkedHashMap<>();
  private final Set<UnitId> open = new HashSet<>();
  private final Map<UnitId, String> checks = new LinkedHashMap<>();
  private Confidence whenNotApplicable = Confidence.MEDIUM;
  private Confidence rollUp = Confidence.LOW;

  SmallCatalogue table(String id, IxitColumn... columns) {
    tables.put(
        id,
        new IxitTable(id, id, "", Set.of(), false, List.of(columns), List.of(), Confidence.HIGH));
    return this;
  }

  static IxitColumn column(String key, ColumnType type, String... refs) {
    return new IxitColumn(
        key, key, "", type, List.of(), false, List.of(refs), true, Confidence.HIGH);
  }

  /** A provision with a group of the same number. */
  SmallCatalogue provision(
      String id,
      boolean mandatory,
      List<Integer> conditions,
      List<String> features,
      TestCase... cases) {
    ProvisionId number = new ProvisionId(id);
    boolean conditional = !conditions.isEmpty() || !features.isEmpty();
    provisions.put(
        number,
        new Provision(
            number,
            id,
            id,
            mandatory,
            (mandatory ? "M" : "R") + conditions + features,
            conditions,
            features,
            conditional,
            true,
            Optional.empty(),
            "",
            List.of(),
            "",
            "",
            Confidence.HIGH));
    groups.put(number, new TestGroup(number, id, List.of(), "", Confidence.HIGH, List.of(cases)));
    for (TestCase testCase : cases) {
      testCase.units().forEach(u -> units.put(u.id(), u));
    }
    return this;
  }

  static TestCase testCase(String id, CaseRule rule, boolean absent, TestUnit... units) {
    List<TestUnit> list = new ArrayList<>(List.of(units));
    return new TestCase(
        id, "both", "", rule, absent, false, List.of("it is so"), "published", list);
  }

  static TestUnit unit(
      String id, Kind kind, UnitScope scope, String table, List<String> also, String selects) {
    return unit(id, kind, scope, table, also, selects, List.of(), "");
  }

  static TestUnit unit(
      String id,
      Kind kind,
      UnitScope scope,
      String table,
      List<String> also,
      String selects,
      List<String> reuses,
      String open) {
    return new TestUnit(
        new UnitId(id),
        kind,
        "assess",
        scope,
        table.isEmpty() ? Optional.empty() : Optional.of(table),
        also,
        selects,
        "See whether " + id + " is so.",
        reuses.stream().map(UnitId::new).toList(),
        open,
        List.of(),
        Optional.empty(),
        "",
        "",
        "",
        false);
  }

  SmallCatalogue rule(String unit, String select, String holds, boolean whole) {
    UnitId id = new UnitId(unit);
    rules.put(
        id,
        new UnitRule(
            id,
            Optional.of(select).filter(s -> !s.isEmpty()),
            Optional.empty(),
            Optional.of(holds).filter(s -> !s.isEmpty()),
            whole,
            "Declared " + holds + ".",
            "Not declared " + holds + ".",
            "Declare it.",
            new Place("rules/small.yaml", 3, 1)));
    return this;
  }

  /** Makes the question of a unit open; others are closed. */
  SmallCatalogue open(String unit) {
    open.add(new UnitId(unit));
    return this;
  }

  /** Binds a unit to a check. */
  SmallCatalogue decides(String unit, String check) {
    checks.put(new UnitId(unit), check);
    return this;
  }

  /** How sure it is when N/A is allowed, and how verdicts roll up. */
  SmallCatalogue sure(Confidence ofNotApplicable, Confidence ofRollUp) {
    whenNotApplicable = ofNotApplicable;
    rollUp = ofRollUp;
    return this;
  }

  /** How sure the facts of a provision and of its group are. */
  SmallCatalogue sure(String id, Confidence ofProvision, Confidence ofGroup) {
    ProvisionId number = new ProvisionId(id);
    provisions.computeIfPresent(
        number,
        (n, p) ->
            new Provision(
                n,
                p.title(),
                p.clause(),
                p.mandatory(),
                p.printedStatus(),
                p.conditions(),
                p.features(),
                p.naAllowed(),
                p.inTableB1(),
                p.predecessor(),
                p.summary(),
                p.keywords(),
                p.note(),
                p.source(),
                ofProvision));
    groups.computeIfPresent(
        number, (n, g) -> new TestGroup(n, g.title(), g.tables(), g.note(), ofGroup, g.cases()));
    return this;
  }

  /** Changes each test case. */
  SmallCatalogue cases(UnaryOperator<TestCase> change) {
    groups.replaceAll(
        (n, g) ->
            new TestGroup(
                n,
                g.title(),
                g.tables(),
                g.note(),
                g.confidence(),
                g.cases().stream().map(change).toList()));
    return this;
  }

  private Map<UnitId, UnitQuestion> questions() {
    Map<UnitId, UnitQuestion> questions = new LinkedHashMap<>();
    for (UnitId id : units.keySet()) {
      QuestionKind kind = open.contains(id) ? QuestionKind.OPEN : QuestionKind.CLOSED;
      questions.put(
          id,
          new UnitQuestion(
              id,
              Optional.ofNullable(checks.get(id)),
              Set.of(),
              kind,
              "As the test says.",
              Place.of("questions.yaml")));
    }
    return questions;
  }

  Catalogue build() {
    List<Section> sections =
        provisions.keySet().stream()
            .map(ProvisionId::section)
            .distinct()
            .map(s -> new Section(s, "Section " + s))
            .toList();
    Provenance nowhere = new Provenance("made for tests", List.of(), List.of());
    return new Catalogue(
        new Edition(
            EditionId.named("3.1.3"),
            "Small standard",
            "2026",
            "Small tests",
            "2026",
            sections,
            "N/A where it depends on something absent.",
            whenNotApplicable,
            "FAIL if any is FAIL",
            rollUp,
            Map.of(),
            nowhere,
            nowhere),
        provisions,
        Map.of(),
        Map.of(),
        groups,
        tables,
        rules,
        units,
        questions(),
        Digest.of("small"));
  }
}
