package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.plan.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {
  private static final String A1 = World.UPDATE_A + "@7-UpdMech/Upd-1";
  private static final String B1 = World.UPDATE_B + "@7-UpdMech/Upd-1";
  private static final String A2 = World.UPDATE_A + "@7-UpdMech/Upd-2";
  private static final String B2 = World.UPDATE_B + "@7-UpdMech/Upd-2";

  /** Letters: unit a and b on the first mechanism, then on the second. */
  @ParameterizedTest
  @CsvSource({
    "PPPP, PASS",
    "PPFF, PASS",
    "FFPP, PASS",
    "PPII, PASS",
    "IIPP, PASS",
    "PFFP, FAIL",
    "PFPF, FAIL",
    "FFFF, FAIL",
    "FIFF, FAIL",
    "PIFP, INCONCLUSIVE",
    "IIII, INCONCLUSIVE",
    "PIPI, INCONCLUSIVE",
    "FFPI, INCONCLUSIVE"
  })
  void oneSubjectOnWhichAllUnitsHoldIsEnough(String letters, Verdict verdict) {
    World world = new World().entry("7-UpdMech", "Upd-2", "description: by USB");
    decide(world, A1, letters.charAt(0));
    decide(world, B1, letters.charAt(1));
    decide(world, A2, letters.charAt(2));
    decide(world, B2, letters.charAt(3));

    assertThat(World.group(world.judge(), "5.3-2").verdict()).contains(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "CLAIMED, PASS, PASS",
    "CLAIMED, FAIL, FAIL",
    "CLAIMED, INCONCLUSIVE, INCONCLUSIVE",
    "CLAIMED, NOT_APPLICABLE, INCONCLUSIVE",
    "UNSETTLED, PASS, INCONCLUSIVE",
    "UNSETTLED, FAIL, FAIL",
    "UNSETTLED, INCONCLUSIVE, INCONCLUSIVE",
    "UNSETTLED, NOT_APPLICABLE, INCONCLUSIVE",
    "REFUSED, INCONCLUSIVE, FAIL",
    "NOT_APPLICABLE, INCONCLUSIVE, NOT_APPLICABLE",
    "DECLINED, INCONCLUSIVE,",
  })
  void theStandingBoundsTheVerdict(
      Standing standing, Verdict tested, @org.jspecify.annotations.Nullable Verdict v) {
    assertThat(RollUp.verdict(standing, tested)).isEqualTo(java.util.Optional.ofNullable(v));
  }

  @Test
  void aSubjectThatSomeUnitNeverLookedAtIsNotEnough() {
    World world =
        new World()
            .rule(World.UPDATE_B, "automatic", "", false)
            .entry("7-UpdMech", "Upd-2", "automatic: false");
    decide(world, A1, 'F');
    decide(world, B1, 'F');
    decide(world, A2, 'P');

    assertThat(World.group(world.judge(), "5.3-2").verdict()).contains(Verdict.INCONCLUSIVE);
  }

  @Test
  void theFeatureAbsentCaseHoldsWithItsReason() {
    World world = new World().entry("7-UpdMech", "Upd-1", "automatic: false").feature("h", false);

    assertThat(World.group(world.judge(), "5.3-6").verdict()).contains(Verdict.PASS);
    assertThat(world.judged(World.AUTOMATIC + "@DUT").finding().reason())
        .contains("feature h is absent");
  }

  @Test
  void aRefusedRequirementFailsTheWhole() {
    Assessment assessment = new World().answer("5.5-7", Support.NO, "no time").judge();

    assertThat(assessment.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(assessment.verdicts()).containsEntry(Verdict.FAIL, 1);
  }

  @Test
  void aSectionOfDeclinedRecommendationsHasNoVerdict() {
    World world = new World();
    world.catalogue.provision("5.10-1", false, java.util.List.of(), java.util.List.of());
    Assessment assessment = world.answer("5.10-1", Support.NO, "no telemetry").judge();

    assertThat(assessment.sections().getLast().verdict()).isEmpty();
  }

  @Test
  void anUntouchedDossierIsInconclusiveAndNothingIsExecuted() {
    Assessment assessment = new World().judge();

    assertThat(assessment.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(assessment.counts().executed()).isZero();
    assertThat(assessment.counts().declared()).isEqualTo((int) assessment.items().count());
  }

  @Test
  void whatIsDerivedIsSaid() {
    assertThat(new World().judge().remarks())
        .anyMatch(r -> r.contains("confidence low") && r.contains("FAIL if any is FAIL"))
        .anyMatch(r -> r.contains("N/A") && r.contains("confidence medium"));
  }

  private static void decide(World world, String item, char letter) {
    switch (letter) {
      case 'P' -> world.decide(item, new Finding.Holds("good"));
      case 'F' -> world.decide(item, new Finding.Violated("bad", "mend it"));
      default -> world.decide(item, new Finding.Undetermined("cannot tell"));
    }
  }
}
