package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.RuleEvaluator;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.reuse.Outcomes;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rule is evaluated again where a row, a table or the ICS that it names has changed. */
class ReusedRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final UnitId UNIT = new UnitId(World.PARAMETER);

  private final World world = new World();
  private final Counting rules = new Counting();
  private Optional<ReusableFindings> known = Optional.empty();
  private Optional<Catalogue> catalogue = Optional.empty();
  private Optional<Prepared> prepared = Optional.empty();

  /** Says how often it was asked. */
  private static final class Counting implements RuleEvaluator {
    private int asked;

    @Override
    public Optional<Boolean> selects(
        UnitRule rule, Optional<IxitEntry> entry, Optional<IxitEntry> second, Dossier dossier) {
      asked++;
      return Optional.of(true);
    }

    @Override
    public Finding evaluate(
        UnitRule rule,
        Optional<IxitEntry> entry,
        Optional<IxitEntry> second,
        Dossier dossier,
        CryptoPolicy policy,
        LocalDate day) {
      asked++;
      return new Finding.Undetermined("Evaluation " + asked);
    }
  }

  private void rule(String select, String holds) {
    world.rule(World.PARAMETER, select, holds, true);
    catalogue = Optional.of(world.catalogue());
    prepared = Optional.of(Prepared.of(catalogue.get(), Checks.of(world.checks), rules));
  }

  /** Evaluates the rule on the pair of the first parameter and the first mechanism. */
  private int evaluations(String policy) {
    return evaluations(policy, true);
  }

  private int evaluations(String policy, boolean rows) {
    int before = rules.asked;
    CryptoPolicy crypto = new CryptoPolicy(policy, DAY, policy, Map.of(), Digest.of(policy));
    Dossier dossier = world.dossier();
    Facts facts = Facts.of(catalogue.orElseThrow(), dossier, crypto, DAY);
    Outcomes outcomes = Outcomes.kept(prepared.orElseThrow(), facts, rules, known);
    UnitRule rule = catalogue.orElseThrow().rule(UNIT).orElseThrow();
    Optional<IxitEntry> first = dossier.ixit().entry("10-SecParam/Par-1").filter(_ -> rows);
    Optional<IxitEntry> second = dossier.ixit().entry("11-SecComMech/Com-1").filter(_ -> rows);
    outcomes.rules().selects(rule, first, second, dossier);
    outcomes.rules().evaluate(rule, first, second, dossier, crypto, DAY);
    known = outcomes.findings(new Plan(catalogue.orElseThrow(), dossier, List.of()));
    return rules.asked - before;
  }

  private int evaluations() {
    return evaluations("policy");
  }

  @Test
  void aRuleIsEvaluatedOnceWhileItsRowsStay() {
    rule("true", "row.description != ''");
    assertThat(evaluations()).isEqualTo(2);

    world.entry("1-AuthMech", "Auth-1", "description: another login");
    world.answer("5.5-8", Support.NO, "Not done.");

    assertThat(evaluations()).isZero();
  }

  @Test
  void itIsEvaluatedAgainWhenItsRowHasChanged() {
    rule("true", "row.description != ''");
    evaluations();

    world.entry("10-SecParam", "Par-1", "description: another key");

    assertThat(evaluations()).isEqualTo(2);
  }

  @Test
  void itIsEvaluatedAgainWhenTheRowThatItRefersToHasChanged() {
    rule("true", "other.description != ''");
    evaluations();

    world.entry("11-SecComMech", "Com-1", "description: SSH");

    assertThat(evaluations()).isEqualTo(2);
  }

  @Test
  void itIsEvaluatedAgainWhenATableThatItNamesHasChanged() {
    rule("true", "tables.UpdMech.size() > 0");
    evaluations();

    world.entry("7-UpdMech", "Upd-2", "description: by USB");

    assertThat(evaluations()).isEqualTo(2);
  }

  @Test
  void itIsEvaluatedAgainWhenAnyTableHasChangedWhereItNamesNone() {
    rule("true", "has(tables) && true");
    evaluations();

    world.entry("1-AuthMech", "Auth-9", "description: new");

    assertThat(evaluations()).isEqualTo(2);
  }

  @Test
  void itIsEvaluatedAgainWhenTheIcsHasChangedThatItReads() {
    rule("true", "ics.features.a");
    evaluations();

    world.answer("5.5-8", Support.NO, "Not done.");

    assertThat(evaluations()).isEqualTo(2);
  }

  @Test
  void itIsEvaluatedAgainUnderAnotherPolicyAndForAnotherProduct() {
    rule("true", "accepted('AES')");
    evaluations();
    assertThat(evaluations("stricter")).isEqualTo(2);

    world.version("1.1");

    assertThat(evaluations("stricter")).isEqualTo(2);
  }

  /** The rule of a table with one record reads that record, though the item names no row. */
  @Test
  void withoutARowItIsEvaluatedAgainWhenItsOwnTableHasChanged() {
    rule("true", "row.description != ''");
    evaluations("policy", false);
    assertThat(evaluations("policy", false)).isZero();

    world.entry("10-SecParam", "Par-1", "description: another key");

    assertThat(evaluations("policy", false)).isEqualTo(2);
  }
}
