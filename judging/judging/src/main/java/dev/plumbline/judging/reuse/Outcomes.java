package dev.plumbline.judging.reuse;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.RuleEvaluator;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.DeclarationChange;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.ReadLog;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.reuse.ReusableFindings.CheckAnswer;
import dev.plumbline.judging.reuse.ReusableFindings.CheckQuestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What checks and rules say of the items of one dossier. Where findings of an earlier judging are
 * known, a check or rule is asked only if something that it read then has changed. What it reads is
 * recorded while it reads, so that nothing has to be declared. For one judging, by one thread.
 */
public final class Outcomes {
  private final Facts facts;
  private final RuleEvaluator rules;
  private final Optional<Recording> recording;

  private Outcomes(Facts facts, RuleEvaluator rules, Optional<Recording> recording) {
    this.facts = facts;
    this.rules = rules;
    this.recording = recording;
  }

  /** Every check and rule is asked, and nothing is kept. */
  public static Outcomes anew(Facts facts, RuleEvaluator rules) {
    return new Outcomes(facts, rules, Optional.empty());
  }

  /**
   * Checks and rules are asked where nothing of before serves, and what they say is kept.
   *
   * @param rules over the dossier of the facts
   * @param before empty where the product was not judged yet
   */
  public static Outcomes kept(
      Prepared prepared, Facts facts, RuleEvaluator rules, Optional<ReusableFindings> before) {
    Optional<DeclarationChange> change =
        before.filter(b -> b.isOf(prepared)).flatMap(b -> facts.since(b.facts()));
    Optional<ReusableFindings> usable = change.isPresent() ? before : Optional.empty();
    Facts own = usable.map(b -> facts.observedAs(b.facts())).orElse(facts);
    ReadLog log = new ReadLog();
    ReusedRules reused = new ReusedRules(prepared, rules, usable, change);
    return new Outcomes(
        own.tracedBy(log),
        reused,
        Optional.of(new Recording(prepared, own, log, reused, usable, change, new HashMap<>())));
  }

  private record Recording(
      Prepared prepared,
      Facts facts,
      ReadLog log,
      ReusedRules rules,
      Optional<ReusableFindings> before,
      Optional<DeclarationChange> change,
      Map<CheckQuestion, CheckAnswer> checks) {

    /** The plan of before; empty where something has changed that it rests on. */
    Optional<Plan> plan() {
      Optional<Plan> same =
          before
              .filter(b -> change.filter(DeclarationChange::isNone).isPresent())
              .map(b -> new Plan(b.plan().catalogue(), facts.dossier(), b.plan().groups()));
      same.ifPresent(p -> rules.keepSelections());
      return same;
    }

    Check.Outcome outcome(TestItem item, Check check, int source, Facts heard) {
      CheckQuestion question = new CheckQuestion(item.id(), source);
      CheckAnswer answer = checks.get(question);
      if (answer == null || !answer.item().equals(item)) {
        answer =
            before
                .flatMap(b -> b.answer(question))
                .filter(a -> a.item().equals(item))
                .filter(a -> change.filter(c -> !c.touches(a.reads())).isPresent())
                .orElseGet(() -> asked(item, check, heard));
        checks.put(question, answer);
      }
      return answer.outcome();
    }

    private CheckAnswer asked(TestItem item, Check check, Facts heard) {
      ReadLog.Traced<Check.Outcome> said = log.trace(() -> check.judge(item, heard));
      return new CheckAnswer(item, said.value(), said.reads());
    }
  }

  /** The facts for {@link #outcome}; what is read of them is recorded. */
  public Facts facts() {
    return facts;
  }

  /** The rules over the dossier. */
  public RuleEvaluator rules() {
    return rules;
  }

  /**
   * The plan of the dossier. That of before serves as long as nothing has changed that plans rest
   * on, such as where people alone wrote to the record.
   */
  public Plan plan(Supplier<Plan> anew) {
    return recording.flatMap(Recording::plan).orElseGet(anew);
  }

  /**
   * What a check says of an item.
   *
   * @param source which of the facts by source, counted from 0
   * @param heard those facts
   */
  public Check.Outcome outcome(TestItem item, Check check, int source, Facts heard) {
    return recording
        .map(r -> r.outcome(item, check, source, heard))
        .orElseGet(() -> check.judge(item, heard));
  }

  /**
   * What was said, for the next judging; empty where nothing is kept.
   *
   * @param plan by which it was judged
   */
  public Optional<ReusableFindings> findings(Plan plan) {
    return recording.map(
        r -> new ReusableFindings(r.prepared(), r.facts(), plan, r.checks(), r.rules().answers()));
  }
}
