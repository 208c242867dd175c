package dev.plumbline.judging.check;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.QuestionKind;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Digest;
import dev.plumbline.core.UnitId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit with all that decides it in one edition, and what that reads.
 *
 * @param refutesOnly whether the check can refute the unit only
 * @param digest of the part of the catalogue that concerns the unit
 * @param tables the tables that the unit is about, its own first
 * @param wholeTables tables of which its machines may read every entry
 * @param readsIcs whether its rule reads the whole ICS
 * @param readsProduct whether its rule reads product.yaml
 * @param readsPolicy whether its check or rule reads the crypto policy
 * @param open whether its question is open, so that no machine passes it; what a check decides is
 *     open where the catalogue does not say
 * @param columns the columns of a row that it is judged from; empty where the whole row counts
 */
public record UnitProfile(
    TestUnit unit,
    TestCase testCase,
    TestGroup group,
    Provision provision,
    Optional<Check> check,
    boolean refutesOnly,
    Optional<UnitRule> rule,
    Digest digest,
    List<String> tables,
    Set<String> wholeTables,
    boolean readsIcs,
    boolean readsProduct,
    boolean readsPolicy,
    boolean open,
    Optional<Set<String>> columns) {
  private static final BoundedPattern TABLE = BoundedPattern.compile("\\btables\\b(?:\\.(\\w+))?");
  private static final BoundedPattern ICS = BoundedPattern.compile("\\bics\\b");
  private static final BoundedPattern PRODUCT = BoundedPattern.compile("\\bproduct\\b");

  static Map<UnitId, UnitProfile> of(Catalogue catalogue, Checks checks, RuleEvaluator rules) {
    Map<UnitId, UnitProfile> profiles = new LinkedHashMap<>();
    for (TestGroup group : catalogue.groups().values()) {
      Provision provision = catalogue.provision(group.id()).orElseThrow();
      for (TestCase testCase : group.cases()) {
        for (TestUnit unit : testCase.units()) {
          Optional<Check> check = checks.check(unit.id(), catalogue);
          Optional<UnitRule> rule = catalogue.rule(unit.id());
          String text = rule.map(UnitProfile::expressions).orElse("");
          Set<String> tables = new LinkedHashSet<>(tables(catalogue, text));
          check.stream()
              .flatMap(c -> c.reads().stream())
              .flatMap(r -> catalogue.tables(r).stream())
              .forEach(t -> tables.add(t.id()));
          profiles.put(
              unit.id(),
              new UnitProfile(
                  unit,
                  testCase,
                  group,
                  provision,
                  check,
                  check.map(Check::refutesOnly).orElse(false),
                  rule,
                  digest(catalogue, provision, testCase, unit, rule),
                  tables(catalogue, unit),
                  Set.copyOf(tables),
                  ICS.matcher(text).find(),
                  PRODUCT.matcher(text).find(),
                  check.map(Check::readsPolicy).orElse(false)
                      || rule.map(rules::readsPolicy).orElse(false),
                  catalogue
                      .question(unit.id())
                      .map(q -> q.kind() == QuestionKind.OPEN)
                      .orElse(check.isPresent()),
                  check.isPresent()
                      ? Optional.empty()
                      : UnitColumns.of(catalogue, unit, text, tables(catalogue, unit))));
        }
      }
    }
    return profiles;
  }

  /** The check, where it decides the unit rather than refutes it only. */
  public Optional<Check> wholeCheck() {
    return refutesOnly ? Optional.empty() : check;
  }

  /** Whether a machine of the unit's own decides it. */
  public boolean decidesItself() {
    return wholeCheck().isPresent() || wholeRule().isPresent();
  }

  /** The rule, where it decides the unit rather than refutes it only. */
  public Optional<UnitRule> wholeRule() {
    return rule.filter(r -> r.whole() && r.holds().isPresent());
  }

  private static String expressions(UnitRule rule) {
    return Stream.of(rule.select(), rule.known(), rule.holds())
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> tables(Catalogue catalogue, String text) {
    Set<String> tables = new LinkedHashSet<>();
    Matcher m = TABLE.matcher(text);
    while (m.find()) {
      List<String> named =
          catalogue.tables().keySet().stream()
              .filter(id -> id.substring(id.indexOf('-') + 1).equals(m.group(1)))
              .toList();
      tables.addAll(named.isEmpty() ? catalogue.tables().keySet() : named);
    }
    return tables;
  }

  private static Digest digest(
      Catalogue catalogue,
      Provision provision,
      TestCase testCase,
      TestUnit unit,
      Optional<UnitRule> rule) {
    return Digest.ofParts(
        List.of(
            catalogue.edition().id().toString(),
            provision.printedStatus(),
            testCase.rule()
                + ","
                + testCase.passWhenFeatureAbsent()
                + ","
                + testCase.passWhenNotObtainable(),
            testCase.pass().toString(),
            unit.toString(),
            rule.map(r -> expressions(r) + "\n" + r.whole() + (r.proposes() ? " proposes" : ""))
                .orElse("")));
  }

  private static List<String> tables(Catalogue catalogue, TestUnit unit) {
    Set<String> named = new LinkedHashSet<>();
    unit.table().ifPresent(named::add);
    unit.alsoUses()
        .forEach(t -> named.addAll(catalogue.tables().containsKey(t) ? Set.of(t) : all(catalogue)));
    return List.copyOf(named);
  }

  private static Set<String> all(Catalogue catalogue) {
    return catalogue.tables().values().stream()
        .map(IxitTable::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
