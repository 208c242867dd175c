package dev.plumbline.judging;

import static dev.plumbline.judging.World.group;
import static dev.plumbline.judging.World.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.fact.CoverageTest;
import dev.plumbline.judging.plan.Standing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The six ways in which assessors misjudge, each refused by rule. */
class MisjudgementTest {
  private static final String LOGIN_ITEM = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final Finding FINE = new Finding.Holds("The login is guarded.");
  private static final Finding BAD = new Finding.Violated("The login is open.", "Guard it.");

  // 1. A claim taken for proof.

  @Test
  void aCheckWithoutAnyObservationDoesNotPassAFunctionalUnit() {
    World world =
        new World()
            .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(FINE, List.of())));

    assertThat(world.judged(LOGIN_ITEM).finding())
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .contains("a declaration is not evidence");
  }

  @Test
  void aDeclarationDoesNotPassAFunctionalUnit() {
    World world = new World().rule(World.LOGIN, "", "guarded", true);
    world.entry("1-AuthMech", "Auth-1", "guarded: true\nendpoints: [tcp/8443]");

    assertThat(world.judged(LOGIN_ITEM).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aDeclarationDoesRefuteAFunctionalUnit() {
    World world = new World().rule(World.LOGIN, "", "guarded", true);
    world.entry("1-AuthMech", "Auth-1", "guarded: false\nendpoints: [tcp/8443]");

    assertThat(world.judged(LOGIN_ITEM).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aPersonsPassOnAFunctionalUnitWithoutEvidenceDoesNotCount() {
    Judged item = new World().decide(LOGIN_ITEM, FINE).judged(LOGIN_ITEM);

    assertThat(item.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(item.finding().reason()).contains("Ada").contains("without evidence");
    assertThat(item.stale()).isFalse();
  }

  @Test
  void aPersonsPassOnAFunctionalUnitWithEvidenceCounts() {
    Judged item = new World().decide(LOGIN_ITEM, FINE, World.EVIDENCE).judged(LOGIN_ITEM);

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.evidenced()).isTrue();
  }

  // 2. "Nothing found" without the coverage that would have found it.

  @Test
  void nothingFoundWithGapsInTheSearchIsNoPass() {
    Observation half =
        World.observation(
            "tcp.open-ports",
            "address/192.0.2.1",
            Map.of("open", List.of()),
            Map.of("ports", List.of("1-1024")),
            "1.0");
    World world =
        new World().seen(half).check(new Scripted.NothingIsOmitted(CoverageTest::noPorts));

    assertThat(world.judged(World.COMPLETE + "@DUT").finding())
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .contains("from 1025 were not tried");
  }

  @Test
  void silenceIsNoAnswerWhateverTheCheckSays() {
    Observation mute = World.unanswered("login.mechanism", "tcp/192.0.2.1/8443", "silent");
    Observation open =
        World.observation("service.identified", "tcp/192.0.2.1/8443", Map.of("protocol", "http"));
    World world =
        new World()
            .seen(mute)
            .seen(open)
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) -> Check.Outcome.of(FINE, List.of(mute, open))));

    assertThat(world.judged(LOGIN_ITEM).finding())
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .contains("got no answer: silent");
  }

  // 3. N/A where the condition holds or the feature is there.

  @Test
  void notApplicableIsRefusedWhereTheFeatureIsThere() {
    World world = new World().feature("a", true).answer("5.1-1", Support.NOT_APPLICABLE, "none");
    GroupResult group = group(world.judge(), "5.1-1");

    assertThat(group.standing()).isEqualTo(Standing.UNSETTLED);
    assertThat(group.verdict()).contains(Verdict.INCONCLUSIVE);
    assertThat(group.cases()).as("still tested").isNotEmpty();
  }

  @Test
  void notApplicableIsRefusedWhereTheFeatureIsNotSettled() {
    World world = new World().unstated("a").answer("5.1-1", Support.NOT_APPLICABLE, "none");

    assertThat(group(world.judge(), "5.1-1").reason()).contains("does not state feature a");
  }

  @Test
  void notApplicableByAPersonIsRefusedWhereTheDeclarationSelectsTheEntry() {
    World world = new World().rule(World.GENERATED, "generated", "", false);
    world.entry("1-AuthMech", "Auth-1", "generated: true");
    String item = World.GENERATED + "@1-AuthMech/Auth-1";

    assertThat(world.decide(item, new Finding.NotApplicable("no password")).judged(item).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aClaimedProvisionInWhichNothingAppliesIsNotSettled() {
    World world = new World().empty("7-UpdMech");
    world.decide(World.UPDATE_A + "@DUT", new Finding.NotApplicable("no updates"));
    world.decide(World.UPDATE_B + "@DUT", new Finding.NotApplicable("no updates"));

    assertThat(group(world.judge(), "5.3-2").verdict()).contains(Verdict.INCONCLUSIVE);
    assertThat(group(world.judge(), "5.3-2").reason()).contains("N/A is for the ICS to say");
  }

  // 4. Evidence of another version, unit or device state.

  @Test
  void anObservationOfAnotherVersionIsSetAsideAndSaidSo() {
    World world =
        new World()
            .seen(World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of()))
            .version("1.1")
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) -> Check.Outcome.undetermined("Nothing was observed.")));
    Assessment assessment = world.judge();

    assertThat(judged(assessment, LOGIN_ITEM).finding().reason())
        .contains("Set aside: seen on software version 1.0, under assessment is 1.1.");
    assertThat(assessment.remarks())
        .contains(
            "1 observation set aside: seen on software version 1.0, under assessment is 1.1.");
  }

  @Test
  void aCheckCannotRestOnAnObservationOfAnotherState() {
    Observation other = World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());
    World world =
        new World()
            .seen(other)
            .state("factory-default")
            .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(BAD, List.of(other))));

    assertThat(world.judged(LOGIN_ITEM).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(world.judged(LOGIN_ITEM).finding().reason()).contains("device state initialized");
  }

  @Test
  void aCheckThatAsksForAnotherStateMayRestOnItAndOnNoThird() {
    Observation other = World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());

    assertThat(asksFor("initialized", other).judged(LOGIN_ITEM).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(asksFor("tampered", other).judged(LOGIN_ITEM).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static World asksFor(String state, Observation seen) {
    return new World()
        .seen(seen)
        .state("factory-default")
        .check(
            new Scripted.LoginsInStates(
                Set.of(state), (i, f) -> Check.Outcome.of(BAD, List.of(seen))));
  }

  @Test
  void aPersonsEvidenceOfAnotherVersionMakesTheDecisionStale() {
    Judged item =
        new World().decide(LOGIN_ITEM, FINE, World.EVIDENCE).version("1.1").judged(LOGIN_ITEM);

    assertThat(item.stale()).isTrue();
    assertThat(item.finding().reason()).contains("was taken from version 1.0");
  }

  // 5. Evidence of another interface or mechanism.

  @Test
  void anObservationOfAnInterfaceThatTheEntryDoesNotNameSaysNothingAboutIt() {
    Observation other = World.observation("login.mechanism", "tcp/192.0.2.1/23", Map.of());
    World world =
        new World()
            .seen(other)
            .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(BAD, List.of(other))));

    assertThat(world.judged(LOGIN_ITEM).finding())
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .contains("tcp/192.0.2.1/23, an interface that 1-AuthMech/Auth-1 does not name");
  }

  @Test
  void whoIsCalledIsNoInterfaceOfTheDeviceWhereTheEntrySaysWhomItCalls() {
    Observation called = World.observation("traffic.reconnects", "tcp/203.0.113.5/443", Map.of());
    Observation own = World.observation("traffic.reconnects", "tcp/192.0.2.1/443", Map.of());
    for (Observation seen : List.of(called, own)) {
      World world =
          new World()
              .seen(seen)
              .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(BAD, List.of(seen))));
      assertThat(world.judged(LOGIN_ITEM).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      world.entry(
          "1-AuthMech", "Auth-1", "guarded: true\nendpoints: [tcp/8443]\ncontacts: [a.example]");
      assertThat(world.judged(LOGIN_ITEM).verdict())
          .as(seen.subject())
          .isEqualTo(seen.equals(called) ? Verdict.FAIL : Verdict.INCONCLUSIVE);
    }
  }

  @Test
  void anObservationOfAnotherMechanismSaysNothingAboutTheEntry() {
    Observation other = World.observation("password.samples", "1-AuthMech/Auth-2", Map.of());
    World world =
        new World()
            .entry("1-AuthMech", "Auth-2", "description: second")
            .seen(other)
            .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(FINE, List.of(other))));

    assertThat(world.judged(LOGIN_ITEM).finding().reason())
        .contains("another entry than 1-AuthMech/Auth-1");
    world.entry(
        "1-AuthMech",
        "Auth-1",
        "guarded: true\nendpoints: [tcp/8443]\nservices: [1-AuthMech/Auth-2]");
    assertThat(world.judged(LOGIN_ITEM).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void anObservationOfTheNamedInterfaceCounts() {
    Observation own = World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());
    World world =
        new World()
            .seen(own)
            .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(FINE, List.of(own))));

    assertThat(world.judged(LOGIN_ITEM).verdict()).isEqualTo(Verdict.PASS);
  }

  // 6. A recommendation's N with rationale counted as pass.

  @Test
  void aDeclinedRecommendationIsNeitherPassNorFailure() {
    Assessment assessment = new World().answer("5.1-4", Support.NO, "No display.").judge();
    GroupResult group = group(assessment, "5.1-4");

    assertThat(group.standing()).isEqualTo(Standing.DECLINED);
    assertThat(group.verdict()).isEmpty();
    assertThat(assessment.verdicts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(7);
    assertThat(assessment.remarks())
        .contains("1 recommendation is declined with a reason, which is not a pass: 5.1-4.");
  }

  @Test
  void aRecommendationRefusedWithoutReasonIsNotSettled() {
    World world = new World().answer("5.1-4", Support.NO, " ");

    assertThat(group(world.judge(), "5.1-4").verdict()).contains(Verdict.INCONCLUSIVE);
  }
}
