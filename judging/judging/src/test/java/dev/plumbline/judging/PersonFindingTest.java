package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions that do not count, and observations that nobody may rest on. */
class PersonFindingTest {
  private static final String LOGIN = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final Finding HOLDS = new Finding.Holds("It is guarded.");

  private static Observation seen(boolean evidenced) {
    Observation o = World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());
    return evidenced
        ? o
        : new Observation(
            o.key(),
            o.subject(),
            o.outcome(),
            o.value(),
            o.coverage(),
            o.reason(),
            o.source(),
            Optional.empty());
  }

  /** A machine searched, and a person agrees without a file of their own. */
  private static Judged confirmed(Observation searched) {
    World world =
        new World()
            .seen(searched)
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) -> Check.Outcome.of(HOLDS, List.of(searched))));
    world.catalogue.open(World.LOGIN);
    return world.decide(LOGIN, HOLDS).judged(LOGIN);
  }

  @Test
  void aSearchIsConfirmedOnlyWhereItLeftEvidence() {
    assertThat(confirmed(seen(true)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(confirmed(seen(false)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(confirmed(seen(false)).conclusion()).isEqualTo(Conclusion.SEARCHED);
  }

  @ParameterizedTest
  @CsvSource({
    World.GENERATED + "@1-AuthMech/Auth-1, NOT_APPLICABLE",
    World.MANAGED + "@10-SecParam/Par-1, INCONCLUSIVE",
    World.FREE + "@DUT, INCONCLUSIVE"
  })
  void notApplicableIsForUnitsThatSelectRows(String item, Verdict verdict) {
    Finding none = new Finding.NotApplicable("Not used.");
    assertThat(new World().decide(item, none).judged(item).verdict()).isEqualTo(verdict);
  }

  private static String reason(World world) {
    return world.judged(LOGIN).finding().reason();
  }

  @Test
  void onlyWhatTheCheckAsksForIsSaidToBeSetAside() {
    Bound check =
        new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.undetermined("Nothing was seen."));
    Observation other =
        World.observation("tcp.open-ports", "address/192.0.2.1", Map.of("open", List.of()));
    assertThat(reason(new World().seen(other).version("1.1").check(check)))
        .doesNotContain("Set aside");
    assertThat(reason(new World().seen(seen(true)).version("1.1").check(check)))
        .contains("Set aside");
  }

  @Test
  void whatIsSeenInAStateThatTheCheckAsksForIsNotSaidToBeSetAside() {
    for (String state : List.of("initialized", "tampered")) {
      World world =
          new World()
              .seen(seen(true))
              .state("factory-default")
              .check(
                  new Scripted.LoginsInStates(
                      Set.of(state), (i, f) -> Check.Outcome.undetermined("Nothing was seen.")));
      assertThat(reason(world).contains("Set aside")).isEqualTo(state.equals("tampered"));
    }
  }

  @Test
  void anObservationOfTheRowItselfMayBeRestedOn() {
    Observation samples = World.observation("password.samples", "1-AuthMech/Auth-1", Map.of());
    World world =
        new World()
            .seen(samples)
            .check(
                new Scripted.NothingSpeaksAgainstTheGenerator(
                    (i, f) ->
                        Check.Outcome.of(
                            new Finding.Violated("They count up.", "Draw them."),
                            List.of(samples))));
    assertThat(world.judged(World.GENERATED + "@1-AuthMech/Auth-1").verdict())
        .isEqualTo(Verdict.FAIL);
  }
}
