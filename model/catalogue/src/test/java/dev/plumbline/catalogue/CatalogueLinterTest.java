package dev.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.attack.AttackLinter;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueLinterTest {
  private static final Catalogue SHIPPED = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final Place PLACE = new Place("rules.yaml", 3, 5);

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void whatShipsIsClean(EditionId edition) {
    assertThat(CatalogueLinter.lint(CatalogueLoader.load(edition))).isEmpty();
  }

  @Test
  void theShippedAttacksAreClean() {
    assertThat(AttackLinter.lint(Attacks.load(), CatalogueLoader.all())).isEmpty();
  }

  @Test
  void aRuleForNoUnitIsRefusedWithItsPlace() {
    assertThat(lint(rule("5.1-1-9z", Optional.of("true"), "It is.")))
        .singleElement()
        .satisfies(p -> assertThat(p.id()).isEqualTo("PLB-9006"))
        .satisfies(p -> assertThat(p.place()).isEqualTo(PLACE));
  }

  @Test
  void aRuleWithoutTextIsRefused() {
    assertThat(ids(lint(rule("5.1-1-1a", Optional.of("true"), "")))).containsExactly("PLB-9007");
  }

  @Test
  void aRuleThatDoesNothingIsRefused() {
    assertThat(ids(lint(rule("5.1-1-1a", Optional.empty(), "")))).containsExactly("PLB-9007");
  }

  @Test
  void twoRulesWithOneReasonAreRefused() {
    assertThat(
            ids(
                lint(
                    rule("5.1-1-1a", Optional.of("true"), "It is."),
                    rule("5.1-2-1a", Optional.of("true"), "It is."))))
        .containsExactly("PLB-9008");
  }

  @Test
  void aConditionThatNothingUsesIsRefused() {
    Map<Integer, Condition> more = new LinkedHashMap<>(SHIPPED.conditions());
    more.put(99, new Condition("99", "odd", "Something holds.", List.of(), Confidence.HIGH));
    assertThat(ids(CatalogueLinter.lint(with(more, SHIPPED.features(), SHIPPED.tables()))))
        .containsExactly("PLB-9002");
  }

  @Test
  void aFeatureThatIsMissingIsRefused() {
    Map<String, Condition> fewer = new LinkedHashMap<>(SHIPPED.features());
    fewer.remove("a");
    assertThat(ids(CatalogueLinter.lint(with(SHIPPED.conditions(), fewer, SHIPPED.tables()))))
        .containsOnly("PLB-9001");
  }

  @Test
  void aConditionUsedByNoProvisionThatExistsIsRefused() {
    Map<Integer, Condition> other = new LinkedHashMap<>(SHIPPED.conditions());
    other.replaceAll(
        (n, c) ->
            new Condition(
                c.label(), c.key(), c.meaning(), List.of(new ProvisionId("9-9")), c.confidence()));
    assertThat(ids(CatalogueLinter.lint(with(other, SHIPPED.features(), SHIPPED.tables()))))
        .contains("PLB-9003");
  }

  @Test
  void aTableThatIsNamedButMissingIsRefused() {
    Map<String, IxitTable> fewer = new LinkedHashMap<>(SHIPPED.tables());
    fewer.remove("28-LogIntf");
    assertThat(ids(CatalogueLinter.lint(with(SHIPPED.conditions(), SHIPPED.features(), fewer))))
        .containsOnly("PLB-9005");
  }

  @Test
  void aColumnThatStandsTwiceAndAChoiceOfNothingAreRefused() {
    IxitColumn odd =
        new IxitColumn(
            "id",
            "ID",
            "label",
            ColumnType.ENUM,
            List.of(),
            false,
            List.of(),
            true,
            Confidence.HIGH);
    Map<String, IxitTable> tables = new LinkedHashMap<>(SHIPPED.tables());
    tables.computeIfPresent(
        "1-AuthMech",
        (id, t) ->
            new IxitTable(
                id,
                t.name(),
                t.purpose(),
                t.roles(),
                false,
                t.columns(),
                List.of(odd),
                t.confidence()));
    assertThat(ids(CatalogueLinter.lint(with(SHIPPED.conditions(), SHIPPED.features(), tables))))
        .contains("PLB-9010", "PLB-9011");
  }

  @Test
  void anAttackThatNamesNothingRealIsRefused() {
    Attack.Vector vector =
        new Attack.Vector(
            "v",
            "Comes in.",
            List.of("23"),
            List.of(new ProvisionId("9-9"), new ProvisionId("5.1-1")),
            Map.of(EditionId.named("3.1.3"), List.of(new UnitId("5.1-9-1a"))),
            List.of(),
            new Attack.Sight(Attack.Sight.By.SURFACE, List.of(), List.of(), List.of(), false, ""));
    Attack attack =
        new Attack(
            "x", "X", "2020-01", "X.", List.of(vector, vector), List.of("S"), Confidence.LOW);
    assertThat(ids(AttackLinter.lint(List.of(attack), CatalogueLoader.all())))
        .contains("PLB-9008", "PLB-9012", "PLB-9013", "PLB-9014", "PLB-9015", "PLB-9016");
  }

  @Test
  void aVectorThatSaysWhetherANegativeAnswerClosesItIsClean() {
    assertThat(
            sight(
                new Attack.Sight(
                    Attack.Sight.By.SURFACE, List.of(), List.of("x"), List.of(), true, "")))
        .isEmpty();
    assertThat(
            sight(
                new Attack.Sight(
                    Attack.Sight.By.LOGIN, List.of("telnet"), List.of(), List.of("l"), false, "")))
        .isEmpty();
    assertThat(
            sight(
                new Attack.Sight(
                    Attack.Sight.By.LOGIN,
                    List.of("telnet"),
                    List.of(),
                    List.of(),
                    false,
                    "Other logins.")))
        .isEmpty();
  }

  @Test
  void aVectorThatNothingOpensOrThatHidesWhatRemainsIsRefused() {
    for (Attack.Sight wrong :
        List.of(
            new Attack.Sight(Attack.Sight.By.SURFACE, List.of(), List.of(), List.of(), true, ""),
            new Attack.Sight(
                Attack.Sight.By.SURFACE, List.of(), List.of("x"), List.of(), false, ""),
            new Attack.Sight(
                Attack.Sight.By.SURFACE, List.of(), List.of("x"), List.of(), true, "More."),
            new Attack.Sight(Attack.Sight.By.LOGIN, List.of(), List.of(), List.of("l"), false, ""),
            new Attack.Sight(
                Attack.Sight.By.LOGIN, List.of("telnet"), List.of(), List.of(), false, ""))) {
      assertThat(ids(sight(wrong))).as(wrong.toString()).containsOnly("PLB-9016");
    }
  }

  private static List<Problem> sight(Attack.Sight sight) {
    Attack.Vector vector =
        new Attack.Vector("v", "Comes in.", List.of(), List.of(), Map.of(), List.of(), sight);
    return AttackLinter.lint(
        List.of(
            new Attack("x", "X", "2020-01", "X.", List.of(vector), List.of("S"), Confidence.LOW)),
        CatalogueLoader.all());
  }

  @Test
  void attacksNameKnownProbesOnly() {
    assertThat(Attacks.load())
        .flatExtracting(Attack::vectors)
        .flatExtracting(Attack.Vector::probes)
        .isSubsetOf(
            Set.of(
                "tcp-open-ports",
                "service-identification",
                "default-passwords",
                "http-surface",
                "known-surfaces",
                "brute-force-resistance"));
  }

  private static List<String> ids(List<Problem> problems) {
    return problems.stream().map(Problem::id).toList();
  }

  @Test
  void aWholeRuleWhoseQuestionIsNeitherClosedNorOpenIsRefused() {
    assertThat(ids(lint(Map.of(), rule("5.1-1-1a", Optional.of("true"), "It is so."))))
        .containsExactly("PLB-9012");
  }

  private static List<Problem> lint(UnitRule... rules) {
    Map<UnitId, UnitQuestion> questions = new LinkedHashMap<>();
    for (UnitRule rule : rules) {
      if (SHIPPED.units().containsKey(rule.unit())) {
        questions.put(
            rule.unit(),
            new UnitQuestion(
                rule.unit(), Optional.empty(), Set.of(), QuestionKind.CLOSED, "One row.", PLACE));
      }
    }
    return lint(questions, rules);
  }

  private static List<Problem> lint(Map<UnitId, UnitQuestion> questions, UnitRule... rules) {
    Map<UnitId, UnitRule> map = new LinkedHashMap<>();
    for (UnitRule rule : rules) {
      map.put(rule.unit(), rule);
    }
    return CatalogueLinter.lint(
        new Catalogue(
            SHIPPED.edition(),
            SHIPPED.provisions(),
            SHIPPED.conditions(),
            SHIPPED.features(),
            SHIPPED.groups(),
            SHIPPED.tables(),
            map,
            SHIPPED.units(),
            questions,
            SHIPPED.digest()));
  }

  private static UnitRule rule(String unit, Optional<String> holds, String because) {
    return new UnitRule(
        new UnitId(unit),
        Optional.empty(),
        Optional.empty(),
        holds,
        true,
        because,
        "It is not.",
        "Mend it.",
        PLACE);
  }

  private static Catalogue with(
      Map<Integer, Condition> conditions,
      Map<String, Condition> features,
      Map<String, IxitTable> tables) {
    return new Catalogue(
        SHIPPED.edition(),
        SHIPPED.provisions(),
        conditions,
        features,
        SHIPPED.groups(),
        tables,
        SHIPPED.rules(),
        SHIPPED.units(),
        SHIPPED.questions(),
        SHIPPED.digest());
  }
}
