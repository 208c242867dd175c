package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CelRulesTest {
  private static final Catalogue CATALOGUE = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final CryptoPolicy POLICY = CryptoPolicies.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String LOGIN = "1-AuthMech";

  private final CelRules rules = CelRules.of(CATALOGUE);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "row.kind == 'user', \"kind: user\", true",
        "row.kind == 'user', \"kind: machine\", false",
        "row.kind == 'user', \"kind: User\", true",
        "row.kind == 'user', \"kind: tbd\", ",
        "row.kind == 'user', \"kind: robot\", ",
        "row.kind == 'user', \"kind: \", ",
        "row.changeable, \"changeable: perhaps\", ",
        "row.kind == 'user' && row.changeable, \"kind: machine\", false",
        "row.kind == 'user' && row.changeable, \"kind: user\", ",
        "row.kind == 'user' || row.changeable, \"kind: user\", true",
        "stated(row.bruteForcePrevention), \"bruteForcePrevention: none\", false",
        "stated(row.bruteForcePrevention), \"bruteForcePrevention: N/A\", false",
        "stated(row.bruteForcePrevention), \"bruteForcePrevention: locks after 5 attempts\", true",
        "stated(row.bruteForcePrevention), \"bruteForcePrevention: lock-out\", ",
        "stated(row.bruteForcePrevention), \"bruteForcePrevention: no lock of any kind\", ",
        "row.algorithms.size() == 0, \"algorithms: []\", true",
        "row.algorithms.size() == 0, \"algorithms: none\", true",
        "row.algorithms.size() == 2, \"algorithms: 'AES, SHA-256'\", true",
        "row.algorithms.size() == 0, \"algorithms: [todo]\", ",
      })
  void anAbsentCellIsUnknownAndEverythingElseIsRead(String select, String cell, Boolean expected) {
    Dossier dossier = Declared.tables(LOGIN + ":\n  - id: A-1\n    " + cell);
    assertThat(rules.selects(selecting(select), first(dossier), dossier))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void aGuaranteeInOtherWordsIsUnknownRatherThanMissing() {
    Dossier dossier =
        Declared.tables(
            LOGIN + ": [{id: A-1, securityGuarantees: [integrity, authenticated peer]}]");
    assertThat(
            rules.selects(
                selecting("claims(row.securityGuarantees, 'authenticity')"),
                first(dossier),
                dossier))
        .isEmpty();
  }

  @Test
  void aRuleWithAnUnknownFieldIsToldWithItsPlace() {
    UnitRule wrong = selecting("row.collour == 'red'");
    assertThat(CelRules.problems(with(wrong)))
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .startsWith("rules.yaml:7:5:")
        .contains("collour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "row.kind",
        "row.kind == 1",
        "row.kind ==",
        "tables.Nothing.size() > 0",
        "broken(row.kind)",
        "nosuch(row.kind)",
        "ics.answers.exists(a, a.colour == 'red')"
      })
  void whatDoesNotTypeCheckIsRefused(String select) {
    assertThat(CelRules.problems(with(selecting(select)))).hasSize(1);
  }

  @Test
  void whatWouldTakeMinutesOrAllMemoryIsRefused() {
    String hundred = IntStream.range(0, 100).boxed().toList().toString();
    String nested = "true";
    for (String variable : List.of("a", "b", "c", "d")) {
      nested = hundred + ".all(" + variable + ", " + nested + ")";
    }
    String doubled = "['x']" + ".map(s, s + s)".repeat(40) + ".size() == 1";
    String wide = "['x']" + (".map(s, " + "s + ".repeat(60) + "s)").repeat(6) + ".size() == 1";
    for (String dear : List.of(nested, doubled, wide)) {
      assertThat(CelRules.problems(with(selecting(dear))))
          .singleElement()
          .extracting(Problem::toString)
          .asString()
          .contains("steps for a large dossier");
    }
    assertThat(CelRules.problems(with(selecting("true" + " || true".repeat(5_000)))))
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .contains("characters");
  }

  @Test
  void anErrorOfARuleIsErroredAndNoVerdict() {
    Dossier dossier = Declared.tables(LOGIN + ": [{id: A-1, delaySeconds: 0}]");
    assertThat(evaluate(judging("1 / row.delaySeconds > 0", true), dossier))
        .isInstanceOf(Finding.Errored.class);
  }

  @Test
  void anUndeterminedFindingNamesWhatIsMissing() {
    Dossier dossier = Declared.tables(LOGIN + ": [{id: A-1}]");
    assertThat(evaluate(judging("row.uniquePerDevice", true), dossier).reason())
        .contains("uniquePerDevice");
  }

  @Test
  void aBrokenAlgorithmIsNamedWithItsReasonAndThePolicy() {
    Dossier dossier = Declared.tables(LOGIN + ": [{id: A-1, algorithms: [TLSv1.3, RC4]}]");
    Finding finding = evaluate(rule("5.1-3-1d"), dossier);
    assertThat(finding).isInstanceOf(Finding.Violated.class);
    assertThat(finding.reason()).contains("RC4:", POLICY.id());
  }

  @Test
  void anotherPolicyJudgesTheSameDeclarationAnew() {
    Dossier dossier = Declared.tables(LOGIN + ": [{id: A-1, algorithms: [RSA-2048]}]");
    UnitRule rule = rule("5.1-3-1c");
    assertThat(evaluate(rule, dossier)).isInstanceOf(Finding.Undetermined.class);
    CryptoPolicy strict = CryptoPolicies.load("strict-2026-11");
    assertThat(rules.evaluate(rule, first(dossier), dossier, strict, DAY))
        .isInstanceOf(Finding.Violated.class);
  }

  @Test
  void aLaterDayEndsAnAcceptanceThatHasADate() {
    Dossier dossier = Declared.tables(LOGIN + ": [{id: A-1, algorithms: [RSA-2048]}]");
    assertThat(
            rules.evaluate(
                rule("5.1-3-1c"), first(dossier), dossier, POLICY, LocalDate.of(2031, 1, 1)))
        .isInstanceOf(Finding.Violated.class);
  }

  @Test
  void everyRecommendationThatIsRefusedNeedsAReason() {
    UnitRule rule = rule("5.0-1-1a");
    ProvisionId recommendation = new ProvisionId("5.1-2A");
    for (ProvisionId id : CATALOGUE.provisions().keySet()) {
      if (!CATALOGUE.provision(id).orElseThrow().mandatory()) {
        recommendation = id;
      }
    }
    assertThat(evaluate(rule, answers(recommendation, "no budget for it")))
        .isInstanceOf(Finding.Searched.class);
    assertThat(evaluate(rule, answers(recommendation, "see above")))
        .isInstanceOf(Finding.Undetermined.class);
    assertThat(evaluate(rule, answers(recommendation, "n/a"))).isInstanceOf(Finding.Violated.class);
    Dossier silent = Declared.answers(Map.of());
    assertThat(evaluate(rule, silent)).isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void referencesAreReadWithAndWithoutTheirTable() {
    Dossier dossier =
        Declared.tables(
            """
            13-SoftServ:
              - {id: S-1, networkReachable: yes, reachableInitialized: yes,
                 authenticationMechanism: 1-AuthMech/A-1}
            1-AuthMech:
              - {id: A-1, networkReachable: yes, authenticationFactor: password set by user}
            """);
    assertThat(
            rules.evaluate(
                rule("5.5-4-1a"), dossier.ixit().entry("13-SoftServ/S-1"), dossier, POLICY, DAY))
        .isInstanceOf(Finding.Holds.class);
  }

  @Test
  void aDanglingReferenceIsNoMechanism() {
    Dossier dossier =
        Declared.tables(
            """
            13-SoftServ:
              - {id: S-1, networkReachable: yes, reachableInitialized: yes,
                 authenticationMechanism: [A-9]}
            1-AuthMech:
              - {id: A-1}
            """);
    assertThat(
            rules.evaluate(
                rule("5.5-4-1a"), dossier.ixit().entry("13-SoftServ/S-1"), dossier, POLICY, DAY))
        .isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void aMachineLoginThatMentionsAPasswordInItsTextIsLeftToAPerson() {
    Dossier dossier =
        Declared.tables(
            LOGIN
                + ": [{id: A-1, kind: machine, factorKind: token,"
                + " authenticationFactor: token or password}]");
    assertThat(evaluate(rule("5.1-2A-1a"), dossier)).isInstanceOf(Finding.Undetermined.class);
  }

  private Finding evaluate(UnitRule rule, Dossier dossier) {
    return rules.evaluate(rule, first(dossier), dossier, POLICY, DAY);
  }

  private static Optional<IxitEntry> first(Dossier dossier) {
    return dossier.ixit().entries(LOGIN).stream().findFirst();
  }

  private static UnitRule rule(String unit) {
    return CATALOGUE.rule(new UnitId(unit)).orElseThrow();
  }

  private static Dossier answers(ProvisionId refused, String detail) {
    Map<ProvisionId, IcsAnswer> answers = new LinkedHashMap<>();
    CATALOGUE
        .provisions()
        .keySet()
        .forEach(p -> answers.put(p, Declared.answer(p, Support.YES, "")));
    answers.put(refused, Declared.answer(refused, Support.NO, detail));
    return Declared.answers(answers);
  }

  private static UnitRule selecting(String select) {
    return rule(Optional.of(select), Optional.empty(), false);
  }

  private static UnitRule judging(String holds, boolean whole) {
    return rule(Optional.empty(), Optional.of(holds), whole);
  }

  private static UnitRule rule(Optional<String> select, Optional<String> holds, boolean whole) {
    return new UnitRule(
        new UnitId("5.1-1-1a"),
        select,
        Optional.empty(),
        holds,
        whole,
        "It holds.",
        "It does not.",
        "Mend it.",
        new Place("rules.yaml", 7, 5));
  }

  private static Catalogue with(UnitRule rule) {
    return new Catalogue(
        CATALOGUE.edition(),
        CATALOGUE.provisions(),
        CATALOGUE.conditions(),
        CATALOGUE.features(),
        CATALOGUE.groups(),
        CATALOGUE.tables(),
        new LinkedHashMap<>(Map.of(rule.unit(), rule)),
        CATALOGUE.units(),
        CATALOGUE.questions(),
        CATALOGUE.digest());
  }
}
