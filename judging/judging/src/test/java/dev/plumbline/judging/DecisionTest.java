package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final String PAPER = World.GENERATED + "@1-AuthMech/Auth-1";
  private static final String DEVICE = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final Finding HOLDS = new Finding.Holds("Looked at it.");
  private static final Finding BAD = new Finding.Violated("It is open.", "Close it.");
  private static final Observation SEEN =
      World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());

  private static World openLogin() {
    return new World()
        .seen(SEEN)
        .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(BAD, List.of(SEEN))));
  }

  @Test
  void aPersonDecidesAConceptualUnit() {
    Judged item = new World().decide(PAPER, HOLDS).judged(PAPER);

    assertThat(item.finding()).isEqualTo(HOLDS);
    assertThat(item.by()).isEqualTo(DecidedBy.ASSESSOR);
    assertThat(item.executed()).isTrue();
  }

  @Test
  void theLastDecisionCounts() {
    Judged item = new World().decide(PAPER, HOLDS).decide(PAPER, BAD).judged(PAPER);

    assertThat(item.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aDecisionOnWhatHasChangedIsStaleAndShown() {
    World world = new World().decide(PAPER, HOLDS);
    world.entry("1-AuthMech", "Auth-1", "description: another login");
    Judged item = world.judged(PAPER);

    assertThat(item.stale()).isTrue();
    assertThat(item.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(item.decision()).isPresent();
    assertThat(item.finding().reason()).contains("Ada").contains("stale");
    assertThat(item.executed()).isFalse();
  }

  @Test
  void aMachinesViolationIsNotPassedWithoutEvidence() {
    Judged item = openLogin().decide(DEVICE, HOLDS).judged(DEVICE);

    assertThat(item.finding()).isEqualTo(BAD);
    assertThat(item.by()).isEqualTo(DecidedBy.PROBE);
    assertThat(item.decision()).isPresent();
  }

  @Test
  void aMachinesViolationIsNotSetAsideAsNotApplicableWithoutEvidence() {
    Judged item = openLogin().decide(DEVICE, new Finding.NotApplicable("not used")).judged(DEVICE);

    assertThat(item.finding()).isEqualTo(BAD);
  }

  @Test
  void evidenceThatNobodyRegisteredIsNoEvidence() {
    Judged item = openLogin().decide(DEVICE, HOLDS, Digest.of("unknown")).judged(DEVICE);

    assertThat(item.finding()).isEqualTo(BAD);
  }

  @Test
  void overridingWithEvidenceKeepsBothOnRecord() {
    Judged item = openLogin().decide(DEVICE, HOLDS, World.EVIDENCE).judged(DEVICE);

    assertThat(item.finding()).isEqualTo(HOLDS);
    assertThat(item.machine()).contains(BAD);
    assertThat(item.trace()).anyMatch(s -> s.stage().equals("decision"));
  }

  @Test
  void aPersonMayBeStricterThanTheMachine() {
    World world = new World().rule(World.GENERATED, "", "unique", true);
    world.entry("1-AuthMech", "Auth-1", "unique: true");
    Judged item = world.decide(PAPER, BAD).judged(PAPER);

    assertThat(item.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(item.machine()).map(Finding::verdict).contains(Verdict.PASS);
  }

  @Test
  void aPartOfAUnitThatIsNotRefutedStaysForAPersonWithTheSuggestion() {
    World world = new World().rule(World.GENERATED, "", "unique", false);
    world.entry("1-AuthMech", "Auth-1", "unique: true");

    assertThat(world.judged(PAPER).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(world.judged(PAPER).finding().reason()).contains("Declared unique.");
  }

  @Test
  void aPartOfAUnitThatIsRefutedFails() {
    World world = new World().rule(World.GENERATED, "", "unique", false);
    world.entry("1-AuthMech", "Auth-1", "unique: false");

    assertThat(world.judged(PAPER).finding())
        .isEqualTo(new Finding.Violated("Not declared unique.", "Declare it."));
  }

  @Test
  void aCheckThatCanOnlyRefuteLeavesTheRestToAPerson() {
    World world =
        new World()
            .check(
                new Scripted.NothingSpeaksAgainstTheGenerator(
                    (i, f) -> Check.Outcome.of(HOLDS, List.of())));

    assertThat(world.planned(PAPER).by()).isEqualTo(DecidedBy.ASSESSOR);
    assertThat(world.planned(PAPER).needs()).containsExactly("password.samples");
    assertThat(world.judged(PAPER).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(world.judged(PAPER).finding().reason()).contains("does not refute it");
    assertThat(world.decide(PAPER, HOLDS).judged(PAPER).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCheckThatCanOnlyRefuteDoesRefute() {
    World world =
        new World()
            .check(
                new Scripted.NothingSpeaksAgainstTheGenerator(
                    (i, f) -> Check.Outcome.of(BAD, List.of())));

    assertThat(world.judged(PAPER).finding()).isEqualTo(BAD);
  }

  @Test
  void aCheckThatFailsIsOurErrorWithItsName() {
    World world =
        new World()
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) -> {
                      throw new IllegalStateException("boom");
                    }));

    assertThat(world.judged(DEVICE).finding())
        .isInstanceOf(Finding.Errored.class)
        .extracting(Finding::reason)
        .asString()
        .contains("LoginsAreGuarded")
        .contains("boom");
    assertThat(world.judge().remarks()).anyMatch(r -> r.startsWith("Plumbline failed on 1 item"));
  }

  @Test
  void anEmptySelectionIsConfirmedByAPerson() {
    World world = new World().empty("1-AuthMech");
    String item = World.GENERATED + "@DUT";

    assertThat(world.judged(item).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(world.decide(item, new Finding.NotApplicable("no logins")).judged(item).verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  /** A login whose rule fails it from the declaration alone. */
  private static World refusedOnPaper() {
    World world = new World().rule(World.GENERATED, "", "guarded", false);
    world.entry("1-AuthMech", "Auth-1", "guarded: no");
    return world;
  }

  @Test
  void aRuleOverTheDeclarationIsOverruledByAReasonAndShownAsSuch() {
    World world = refusedOnPaper();
    assertThat(world.judged(PAPER).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(world.decide(PAPER, HOLDS).judged(PAPER).verdict()).isEqualTo(Verdict.FAIL);

    Judged item = world.overrule(PAPER, "The row is about the label.").judged(PAPER);

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.conclusion()).isEqualTo(Conclusion.DECIDED);
    assertThat(item.finding().reason())
        .isEqualTo("Overrules a rule over the declaration: The row is about the label.");
    assertThat(item.machine().orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatADeviceShowedIsNotOverruled() {
    Judged item = openLogin().overrule(DEVICE, "It is only the test page.").judged(DEVICE);

    assertThat(item.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(item.finding()).isEqualTo(BAD);
  }

  @Test
  void nothingIsOverruledWhereNoRuleFails() {
    assertThat(new World().overrule(PAPER, "It is fine.").judged(PAPER).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }
}
