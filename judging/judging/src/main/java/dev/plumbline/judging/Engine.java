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
    return judge(plan, facts, rules.over(facts.dossier()));
  }

  /** Plans and judges the dossier of these facts; cheaper than one after the other. */
  public Assessment assess(Facts facts) {
    RuleEvaluator own = rules.over(facts.dossier());
    return judge(Planner.plan(prepared, own, facts.dossier()), facts, own);
  }

  /** A variant is judged by itself, then with what of its base's results is left to carry over. */
  private Assessment judge(Plan plan, Facts facts, RuleEvaluator own) {
    Assessment alone = Judge.judge(plan, facts, prepared, own);
    return facts
        .dossier()
        .family()
        .filter(f -> !f.extension().carries().isEmpty())
        .map(
            f ->
                Judge.judge(
                    plan, facts, prepared, own, Carrying.of(side(alone, facts), base(f, facts), f)))
        .orElse(alone);
  }

  private Carrying.Side base(Family family, Facts variant) {
    Facts facts = Facts.of(prepared.catalogue(), family.base(), variant.policy(), variant.day());
    RuleEvaluator its = rules.over(family.base());
    Plan plan = Planner.plan(prepared, its, family.base());
    return side(Judge.judge(plan, facts, prepared, its), facts);
  }

  private Carrying.Side side(Assessment result, Facts facts) {
    return new Carrying.Side(
        result,
        facts.dossier(),
        prepared,
        new BasisDigests(facts, new EntryReferences(prepared, facts.dossier().ixit())));
  }
}
