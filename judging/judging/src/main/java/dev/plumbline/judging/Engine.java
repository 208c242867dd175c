package dev.plumbline.judging;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Family;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.RuleEvaluator;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.EntryReferences;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.plan.Planner;
import dev.plumbline.judging.reuse.Outcomes;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.util.Optional;

/**
 * Plans and judges any number of dossiers under one edition. What depends on the catalogue alone is
 * worked out once. Safe for several threads.
 */
public final class Engine {
  private final RuleEvaluator rules;
  private final Prepared prepared;

  public Engine(Catalogue catalogue, Checks checks, RuleEvaluator rules) {
    this.rules = rules;
    this.prepared = Prepared.of(catalogue, checks, rules);
  }

  /** What is going to be assessed, and who decides it. */
  public Plan plan(Dossier dossier) {
    return Planner.plan(prepared, rules.over(dossier), dossier);
  }

  /** The findings and verdicts of a plan. */
  public Assessment judge(Plan plan, Facts facts) {
    return judge(plan, facts, Outcomes.anew(facts, rules.over(facts.dossier())));
  }

  /** Plans and judges the dossier of these facts; cheaper than one after the other. */
  public Assessment assess(Facts facts) {
    Outcomes outcomes = Outcomes.anew(facts, rules.over(facts.dossier()));
    return judge(plan(facts, outcomes), facts, outcomes);
  }

  /**
   * The same result, for a product that is judged again and again: a check or a rule is asked only
   * where something has changed that it read before. All verdicts are made anew of that.
   *
   * @param before what was kept of an earlier judging by this engine, of whatever state
   */
  public ReusableAssessment assess(Facts facts, Optional<ReusableFindings> before) {
    Outcomes outcomes = Outcomes.kept(prepared, facts, rules.over(facts.dossier()), before);
    Plan plan = outcomes.plan(() -> plan(facts, outcomes));
    return new ReusableAssessment(
        judge(plan, facts, outcomes), outcomes.findings(plan).orElseThrow());
  }

  private Plan plan(Facts facts, Outcomes outcomes) {
    return Planner.plan(prepared, outcomes.rules(), facts.dossier());
  }

  /** A variant is judged by itself, then with what of its base's results is left to carry over. */
  private Assessment judge(Plan plan, Facts facts, Outcomes outcomes) {
    Assessment alone = Judge.judge(plan, facts, prepared, outcomes);
    return facts
        .dossier()
        .family()
        .filter(f -> !f.extension().carries().isEmpty())
        .map(
            f ->
                Judge.judge(
                    plan,
                    facts,
                    prepared,
                    outcomes,
                    Carrying.of(side(alone, facts), base(f, facts), f)))
        .orElse(alone);
  }

  private Carrying.Side base(Family family, Facts variant) {
    Facts facts = Facts.of(prepared.catalogue(), family.base(), variant.policy(), variant.day());
    RuleEvaluator its = rules.over(family.base());
    Plan plan = Planner.plan(prepared, its, family.base());
    return side(Judge.judge(plan, facts, prepared, Outcomes.anew(facts, its)), facts);
  }

  private Carrying.Side side(Assessment result, Facts facts) {
    return new Carrying.Side(
        result,
        facts.dossier(),
        prepared,
        new BasisDigests(facts, new EntryReferences(prepared, facts.dossier().ixit())));
  }
}
