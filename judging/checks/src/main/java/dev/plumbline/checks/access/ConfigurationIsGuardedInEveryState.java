package dev.plumbline.checks.access;

import dev.plumbline.core.Finding;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service that allows security-relevant changes keeps outsiders out, lets the entitled in, and
 * protects its login as declared, in the factory default as when it is initialized.
 */
public final class ConfigurationIsGuardedInEveryState implements Check {
  private static final Set<String> STATES = Set.of("factory-default", "initialized");
  private static final List<Check> PARTS =
      List.of(
          new OutsidersGetNoAccess(),
          new EntitledUsersGetAccess(),
          new LoginProtectionIsAsDeclared());

  @Override
  public List<String> needs() {
    return PARTS.stream().flatMap(p -> p.needs().stream()).distinct().toList();
  }

  @Override
  public Set<String> states() {
    return STATES;
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String state : new TreeSet<>(STATES)) {
      Facts there = facts.inState(state);
      for (Check part : PARTS) {
        outcomes.add(named(state, part.judge(item, there)));
      }
    }
    return Worst.of(outcomes);
  }

  private static Outcome named(String state, Outcome outcome) {
    String where = "In the state '" + state + "': ";
    Finding finding =
        switch (outcome.finding()) {
          case Finding.Violated v -> new Finding.Violated(where + v.reason(), v.remedy());
          case Finding.Undetermined u -> new Finding.Undetermined(where + u.reason(), u.remedies());
          case Finding.Holds h ->
              new Finding.Holds("Guarded in each of " + new TreeSet<>(STATES) + ". " + h.reason());
          default -> outcome.finding();
        };
    return new Outcome(
        finding, outcome.basis(), outcome.contradictions(), named(state, outcome.questionLog()));
  }

  /** The same question is asked in each state. */
  private static QuestionLog named(String state, QuestionLog questionLog) {
    String in = " in the state '" + state + "'";
    return new QuestionLog(
        questionLog.entries().stream()
            .map(
                e ->
                    new QuestionLog.Entry(
                        e.question(),
                        e.subject() + in,
                        e.reply(),
                        e.answer(),
                        e.fact(),
                        e.remedies()))
            .toList(),
        questionLog.lookedAt().stream().map(p -> p + in).toList(),
        questionLog.notLookedAt().stream().map(p -> p + in).toList());
  }
}
