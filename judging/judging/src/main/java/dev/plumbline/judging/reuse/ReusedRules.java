package dev.plumbline.judging.reuse;

import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.RuleEvaluator;
import dev.plumbline.judging.check.UnitProfile;
import dev.plumbline.judging.fact.DeclarationChange;
import dev.plumbline.judging.reuse.ReusableFindings.RuleAnswer;
import dev.plumbline.judging.reuse.ReusableFindings.RuleQuestion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rules over one dossier, evaluated only where something has changed that they name: their rows,
 * tables as a whole, or the ICS. Product, policy and day are the same. For one thread.
 */
final class ReusedRules implements RuleEvaluator {
  private final Prepared prepared;
  private final RuleEvaluator own;
  private final Optional<ReusableFindings> before;
  private final Optional<DeclarationChange> change;
  private final Map<RuleQuestion, RuleAnswer> answers = new HashMap<>();

  ReusedRules(
      Prepared prepared,
      RuleEvaluator own,
      Optional<ReusableFindings> before,
      Optional<DeclarationChange> change) {
    this.prepared = prepared;
    this.own = own;
    this.before = before;
    this.change = change;
  }

  Map<RuleQuestion, RuleAnswer> answers() {
    return answers;
  }

  /** Takes over what was said for the plan, where that serves again. */
  void keepSelections() {
    before.ifPresent(b -> answers.putAll(b.selections()));
  }

  @Override
  public Optional<Boolean> selects(
      UnitRule rule, Optional<IxitEntry> entry, Optional<IxitEntry> second, Dossier dossier) {
    Object value =
        answer(rule, true, entry, second, () -> own.selects(rule, entry, second, dossier));
    return value instanceof Optional<?> o ? o.map(Boolean.class::cast) : Optional.empty();
  }

  @Override
  public Finding evaluate(
      UnitRule rule,
      Optional<IxitEntry> entry,
      Optional<IxitEntry> second,
      Dossier dossier,
      CryptoPolicy policy,
      LocalDate day) {
    return (Finding)
        answer(
            rule,
            false,
            entry,
            second,
            () -> own.evaluate(rule, entry, second, dossier, policy, day));
  }

  private Object answer(
      UnitRule rule,
      boolean selects,
      Optional<IxitEntry> first,
      Optional<IxitEntry> second,
      Supplier<Object> anew) {
    RuleQuestion question = RuleQuestion.of(rule, selects, first, second);
    RuleAnswer answer = answers.get(question);
    if (answer == null || !isOf(answer, rule, first, second)) {
      answer =
          before
              .flatMap(b -> b.answer(question))
              .filter(a -> isOf(a, rule, first, second) && !isTouched(rule, first))
              .orElseGet(() -> new RuleAnswer(rule, first, second, anew.get()));
      answers.put(question, answer);
    }
    return answer.value();
  }

  private static boolean isOf(
      RuleAnswer answer, UnitRule rule, Optional<IxitEntry> first, Optional<IxitEntry> second) {
    return answer.rule().equals(rule)
        && answer.first().equals(first)
        && answer.second().equals(second);
  }

  /** Without a row, a rule may read the one record of the unit's table all the same. */
  private boolean isTouched(UnitRule rule, Optional<IxitEntry> first) {
    UnitProfile profile = prepared.unit(rule.unit());
    return change
        .map(
            c ->
                (profile.readsIcs() && c.touchesIcs())
                    || (first.isEmpty() && profile.tables().stream().anyMatch(c::touchesTable))
                    || profile.wholeTables().stream().anyMatch(c::touchesTable))
        .orElse(true);
  }

  @Override
  public boolean readsPolicy(UnitRule rule) {
    return own.readsPolicy(rule);
  }
}
