package dev.plumbline.judging.rules;

import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;

/** A rule of a catalogue does not compile against the tables. */
final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RuleException(UnitRule rule, String part, String why) {
    super(rule.place() + ": " + part + " of " + rule.unit() + ": " + why);
    this.problem =
        new Problem(
            CelRules.PROBLEM,
            Severity.ERROR,
            rule.place(),
            "The expression '" + part + "' of unit " + rule.unit() + " is wrong: " + why + ".",
            "Use the columns and typed fields of its table; docs/howto/write-a-rule.md lists"
                + " the variables and functions.");
  }

  Problem problem() {
    return problem;
  }
}
