package dev.plumbline.judging.reuse;

import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.DeclarationRead;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What checks and rules said when a dossier was judged, each with all that it was said from. Kept
 * beside the result, so that the next judging asks again only where some of that has changed.
 * Immutable.
 */
public final class ReusableFindings {
  private final Prepared prepared;
  private final Facts facts;
  private final Plan plan;
  private final Map<CheckQuestion, CheckAnswer> checks;
  private final Map<RuleQuestion, RuleAnswer> rules;

  ReusableFindings(
      Prepared prepared,
      Facts facts,
      Plan plan,
      Map<CheckQuestion, CheckAnswer> checks,
      Map<RuleQuestion, RuleAnswer> rules) {
    this.prepared = prepared;
    this.facts = facts;
    this.plan = plan;
    this.checks = Map.copyOf(checks);
    this.rules = Map.copyOf(rules);
  }

  /** Whether the same checks and rules of the same catalogue gave them. */
  @SuppressWarnings("ReferenceEquality") // Comparing whole catalogues would take longer.
  boolean isOf(Prepared other) {
    return prepared == other;
  }

  /** The dossier that was judged, untraced. */
  Facts facts() {
    return facts;
  }

  /** The plan by which it was judged. */
  Plan plan() {
    return plan;
  }

  /** What rules said of which rows a unit is about. */
  Map<RuleQuestion, RuleAnswer> selections() {
    return rules.entrySet().stream()
        .filter(e -> e.getKey().selects())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<CheckAnswer> answer(CheckQuestion question) {
    return Optional.ofNullable(checks.get(question));
  }

  Optional<RuleAnswer> answer(RuleQuestion question) {
    return Optional.ofNullable(rules.get(question));
  }

  /**
   * What a check is asked.
   *
   * @param source which of the facts by source, counted from 0
   */
  record CheckQuestion(ItemId item, int source) {}

  /**
   * What a check said.
   *
   * @param item with its rows, as the check saw it
   * @param reads what else of the declaration the check read
   */
  record CheckAnswer(TestItem item, Check.Outcome outcome, Set<DeclarationRead> reads) {}

  /**
   * What a rule is asked.
   *
   * @param selects whether it selects a row; else whether it holds there
   * @param first subject of the row; empty where there is none
   * @param second subject of the row that the first refers to; empty where there is none
   */
  record RuleQuestion(UnitId unit, boolean selects, String first, String second) {
    static RuleQuestion of(
        UnitRule rule, boolean selects, Optional<IxitEntry> first, Optional<IxitEntry> second) {
      return new RuleQuestion(
          rule.unit(),
          selects,
          first.map(IxitEntry::subject).orElse(""),
          second.map(IxitEntry::subject).orElse(""));
    }
  }

  /**
   * What a rule said of rows.
   *
   * @param value a finding, or whether the rule selects
   */
  record RuleAnswer(
      UnitRule rule, Optional<IxitEntry> first, Optional<IxitEntry> second, Object value) {}
}
