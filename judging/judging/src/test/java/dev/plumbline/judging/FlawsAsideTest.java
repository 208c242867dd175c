package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A flaw that was seen is told, also where the supplier's answer leaves nothing to judge. */
class FlawsAsideTest {
  private static final Finding OPEN = new Finding.Violated("The login is open.", "Guard it.");
  private static final Observation SEEN =
      World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of("guarded", false));

  private static World world(Finding finding, List<Observation> basis) {
    return new World()
        .seen(SEEN)
        .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(finding, basis)));
  }

  private static World absent(World world) {
    return world.feature("a", false).answer("5.1-1", Support.NOT_APPLICABLE, "No passwords.");
  }

  @Test
  void aProvisionThatDoesNotApplyStillTellsWhatWasSeenThere() {
    Assessment result = absent(world(OPEN, List.of(SEEN))).judge();

    assertThat(result.flawsSeen())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.item()).hasToString(World.LOGIN + "@1-AuthMech/Auth-1");
              assertThat(f.reason()).isEqualTo(OPEN.reason());
              assertThat(f.evidence()).containsExactly(SEEN);
              assertThat(f.verdict()).contains(Verdict.NOT_APPLICABLE);
              assertThat(f.aside()).isTrue();
            });
  }

  @Test
  void aRequirementAnsweredNTellsWhatWasSeenToo() {
    World world = world(OPEN, List.of(SEEN)).answer("5.1-1", Support.NO, "Not yet.");

    assertThat(world.judge().flawsSeen())
        .extracting(SeenFlaw::verdict)
        .containsExactly(Optional.of(Verdict.FAIL));
  }

  @Test
  void whatIsSeenAsideCountsInNoVerdictAndNoNumber() {
    Assessment without = absent(new World()).judge();
    Assessment with = absent(world(OPEN, List.of(SEEN))).judge();

    assertThat(with.verdict()).isEqualTo(without.verdict());
    assertThat(with.verdicts()).isEqualTo(without.verdicts());
    assertThat(with.counts()).isEqualTo(without.counts());
    assertThat(World.group(with, "5.1-1").items()).isEmpty();
  }

  @Test
  void whatNoObservationOfTheDeviceShowsIsNoFlawSeen() {
    assertThat(absent(world(OPEN, List.of())).judge().flawsSeen()).isEmpty();
  }

  @Test
  void aCheckThatFindsNothingThereTellsNothing() {
    Finding fine = new Finding.Holds("It is guarded.");
    assertThat(absent(world(fine, List.of(SEEN))).judge().flawsSeen()).isEmpty();
  }

  @Test
  void aTableThatIsMissingHidesNothingThatConcernsTheWholeDevice() {
    World world = world(new Finding.Undetermined("Not asked."), List.of());
    world.check(
        new Scripted.MechanismsAreComplete((i, f) -> Check.Outcome.of(OPEN, List.of(SEEN))));

    assertThat(absent(world).absent("1-AuthMech").judge().flawsSeen())
        .extracting(f -> f.item().toString())
        .containsExactly(World.COMPLETE + "@DUT");
  }

  @Test
  void whatRefutedAQuestionStandsBeforeWhatElseTheFindingRestsOn() {
    Observation beside =
        World.observation("tcp.open-ports", "address/192.0.2.1", Map.of("open", List.of(8443L)));
    QuestionLog questionLog =
        new QuestionLog(
            List.of(
                new QuestionLog.Entry(
                    "Is it there?",
                    "Auth-1",
                    QuestionLog.Reply.YES,
                    "it is there",
                    Optional.of(new NamedFact.Observed(beside)),
                    List.of()),
                new QuestionLog.Entry(
                    "Is it guarded?",
                    "Auth-1",
                    QuestionLog.Reply.NO,
                    "it is open",
                    Optional.of(new NamedFact.Observed(SEEN)),
                    List.of())),
            List.of(),
            List.of());
    World world =
        new World()
            .seen(SEEN)
            .seen(beside)
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) ->
                        new Check.Outcome(OPEN, List.of(beside, SEEN), List.of(), questionLog)));

    assertThat(world.judge().flawsSeen())
        .singleElement()
        .satisfies(f -> assertThat(f.evidence()).containsExactly(SEEN, beside));
  }
}
