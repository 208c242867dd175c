package dev.plumbline.engine;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.dossier.Dossier;

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
    return Judge.judge(plan, facts, prepared, rules.over(facts.dossier()));
  }

  /** Plans and judges the dossier of these facts; cheaper than one after the other. */
  public Assessment assess(Facts facts) {
    RuleEvaluator own = rules.over(facts.dossier());
    return Judge.judge(Planner.plan(prepared, own, facts.dossier()), facts, prepared, own);
  }
}
