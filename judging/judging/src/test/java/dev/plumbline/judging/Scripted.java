package dev.plumbline.judging;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A check that answers as the test says. */
abstract class Scripted implements Bound {
  private static final QuestionLog ANSWERED =
      new QuestionLog(
          List.of(
              new QuestionLog.Entry(
                  "Is it so?",
                  "DUT",
                  QuestionLog.Reply.YES,
                  "the test says so",
                  Optional.of(new NamedFact.DeclaredText("the test", Place.of("test"))),
                  List.of())),
          List.of("what the test looked at"),
          List.of("what it left out"));

  private final String unit;
  private final List<String> needs;
  private final BiFunction<TestItem, Facts, Outcome> answer;

  Scripted(String unit, List<String> needs, BiFunction<TestItem, Facts, Outcome> answer) {
    this.unit = unit;
    this.needs = needs;
    this.answer = answer;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public List<String> needs() {
    return needs;
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Outcome outcome = answer.apply(item, facts);
    return outcome.finding() instanceof Finding.Holds
        ? new Outcome(outcome.finding(), outcome.basis(), outcome.contradictions(), ANSWERED)
        : outcome;
  }

  /** Bound to the functional unit on login mechanisms. */
  static final class LoginsAreGuarded extends Scripted {
    LoginsAreGuarded(BiFunction<TestItem, Facts, Outcome> answer) {
      super(World.LOGIN, List.of("login.mechanism"), answer);
    }
  }

  /** Bound to the unit on whether all login mechanisms are declared. */
  static final class MechanismsAreComplete extends Scripted {
    MechanismsAreComplete(BiFunction<TestItem, Facts, Outcome> answer) {
      super(World.COMPLETE, List.of("login.mechanism"), answer);
    }
  }

  /** The same, and asks for observations of other device states too. */
  static final class LoginsInStates extends Scripted {
    private final Set<String> states;

    LoginsInStates(Set<String> states, BiFunction<TestItem, Facts, Outcome> answer) {
      super(World.LOGIN, List.of("login.mechanism"), answer);
      this.states = states;
    }

    @Override
    public Set<String> states() {
      return states;
    }
  }

  /** Bound to the functional unit on communication. */
  static final class TrafficIsAsDeclared extends Scripted {
    TrafficIsAsDeclared(BiFunction<TestItem, Facts, Outcome> answer) {
      super(World.TRAFFIC, List.of("tls.versions"), answer);
    }
  }

  /** Bound to the conceptual unit on login mechanisms; can refute only. */
  static final class NothingSpeaksAgainstTheGenerator extends Scripted {
    NothingSpeaksAgainstTheGenerator(BiFunction<TestItem, Facts, Outcome> answer) {
      super(World.GENERATED, List.of("password.samples"), answer);
    }

    @Override
    public boolean refutesOnly() {
      return true;
    }
  }

  /** Bound to the functional unit on the device as a whole. */
  static final class NothingIsOmitted extends Scripted {
    NothingIsOmitted(BiFunction<TestItem, Facts, Outcome> answer) {
      super(World.COMPLETE, List.of("tcp.open-ports"), answer);
    }
  }
}
