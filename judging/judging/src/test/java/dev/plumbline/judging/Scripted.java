package dev.plumbline.judging;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Decides;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Ledger;
import dev.plumbline.judging.fact.NamedFact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A check that answers as the test says. */
abstract class Scripted implements Check {
  private static final Ledger ANSWERED =
      new Ledger(
          List.of(
              new Ledger.Entry(
                  "Is it so?",
                  "DUT",
                  Ledger.Reply.YES,
                  "the test says so",
                  Optional.of(new NamedFact.DeclaredText("the test", Place.of("test"))),
                  List.of())),
          List.of("what the test looked at"),
          List.of("what it left out"));

  private final List<String> needs;
  private final BiFunction<TestItem, Facts, Outcome> answer;

  Scripted(List<String> needs, BiFunction<TestItem, Facts, Outcome> answer) {
    this.needs = needs;
    this.answer = answer;
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
  @Decides(v313 = World.LOGIN)
  static final class LoginsAreGuarded extends Scripted {
    LoginsAreGuarded(BiFunction<TestItem, Facts, Outcome> answer) {
      super(List.of("login.mechanism"), answer);
    }
  }

  /** Bound to the unit on whether all login mechanisms are declared. */
  @Decides(v313 = World.COMPLETE)
  static final class MechanismsAreComplete extends Scripted {
    MechanismsAreComplete(BiFunction<TestItem, Facts, Outcome> answer) {
      super(List.of("login.mechanism"), answer);
    }
  }

  /** The same, and asks for observations of other device states too. */
  @Decides(v313 = World.LOGIN)
  static final class LoginsInStates extends Scripted {
    private final Set<String> states;

    LoginsInStates(Set<String> states, BiFunction<TestItem, Facts, Outcome> answer) {
      super(List.of("login.mechanism"), answer);
      this.states = states;
    }

    @Override
    public Set<String> states() {
      return states;
    }
  }

  /** Bound to the functional unit on communication. */
  @Decides(v313 = World.TRAFFIC)
  static final class TrafficIsAsDeclared extends Scripted {
    TrafficIsAsDeclared(BiFunction<TestItem, Facts, Outcome> answer) {
      super(List.of("tls.versions"), answer);
    }
  }

  /** Bound to the conceptual unit on login mechanisms; can refute only. */
  @Decides(v313 = World.GENERATED, refutesOnly = true)
  static final class NothingSpeaksAgainstTheGenerator extends Scripted {
    NothingSpeaksAgainstTheGenerator(BiFunction<TestItem, Facts, Outcome> answer) {
      super(List.of("password.samples"), answer);
    }
  }

  /** Bound to the functional unit on the device as a whole. */
  @Decides(v313 = World.COMPLETE)
  static final class NothingIsOmitted extends Scripted {
    NothingIsOmitted(BiFunction<TestItem, Facts, Outcome> answer) {
      super(List.of("tcp.open-ports"), answer);
    }
  }
}
