package dev.plumbline.insight.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Verdict;
import dev.plumbline.insight.comparison.ResultChange.Kind;
import dev.plumbline.insight.comparison.ResultChange.Weight;
import dev.plumbline.insight.comparison.ResultSnapshot.ItemStand;
import dev.plumbline.insight.comparison.ResultSnapshot.ProvisionStand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
  private static final String ITEM = "5.1-1-1a@DUT";

  private static ItemStand item(Verdict verdict) {
    return new ItemStand("5.1-1", verdict, true, true, false, "reason");
  }

  private static ResultSnapshot of(Map<String, ItemStand> items) {
    return of(items, Optional.of(Verdict.PASS));
  }

  private static ResultSnapshot of(Map<String, ItemStand> items, Optional<Verdict> provision) {
    return new ResultSnapshot(
        "3.1.3",
        "Example",
        "1.0",
        "facts",
        Verdict.INCONCLUSIVE,
        Map.of("5.1-1", new ProvisionStand(provision, "standing")),
        items);
  }

  private static List<Kind> kinds(ResultSnapshot before, ResultSnapshot now) {
    return Comparison.of(before, now).changes().stream().map(ResultChange::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, INCONCLUSIVE, LOWER_VERDICT",
    "PASS, FAIL, NEW_FAIL",
    "INCONCLUSIVE, FAIL, NEW_FAIL",
    "NOT_APPLICABLE, FAIL, NEW_FAIL",
    "FAIL, INCONCLUSIVE, HIGHER_VERDICT",
    "FAIL, PASS, HIGHER_VERDICT",
    "INCONCLUSIVE, PASS, HIGHER_VERDICT",
    "FAIL, NOT_APPLICABLE, NO_LONGER_TESTED",
    "PASS, NOT_APPLICABLE, NO_LONGER_TESTED",
    "NOT_APPLICABLE, PASS, APPEARED",
  })
  void anItemFollowsTheOrderOfVerdicts(Verdict was, Verdict is, Kind kind) {
    assertThat(kinds(of(Map.of(ITEM, item(was))), of(Map.of(ITEM, item(is)))))
        .containsExactly(kind);
  }

  static Stream<Arguments> same() {
    return Arrays.stream(Verdict.values()).map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("same")
  void theSameResultIsNoChange(Verdict verdict) {
    ResultSnapshot same = of(Map.of(ITEM, item(verdict)));
    assertThat(Comparison.of(same, same).changes()).isEmpty();
  }

  @Test
  void aPassThatNobodyLookedAtAgainIsLostCoverage() {
    ItemStand unseen = new ItemStand("5.1-1", Verdict.PASS, false, false, false, "");
    ItemStand claimed = new ItemStand("5.1-1", Verdict.PASS, true, false, false, "");
    ResultSnapshot before = of(Map.of(ITEM, item(Verdict.PASS)));
    assertThat(kinds(before, of(Map.of(ITEM, unseen)))).containsExactly(Kind.COVERAGE_LOST);
    assertThat(kinds(before, of(Map.of(ITEM, claimed)))).containsExactly(Kind.COVERAGE_LOST);
    assertThat(kinds(of(Map.of(ITEM, unseen)), before)).containsExactly(Kind.COVERAGE_GAINED);
  }

  @Test
  void aDecisionGoneStaleIsToldAndNotWorse() {
    ItemStand stale = new ItemStand("5.1-1", Verdict.INCONCLUSIVE, false, false, true, "changed");
    Comparison c =
        Comparison.of(
            of(Map.of(ITEM, item(Verdict.PASS))),
            of(Map.of(ITEM, stale), Optional.of(Verdict.INCONCLUSIVE)));
    assertThat(c.changes()).extracting(ResultChange::kind).containsExactly(Kind.STALE);
    assertThat(c.changes(Weight.WORSE)).isEmpty();
  }

  @Test
  void aStaleDecisionThatHidANewFailureDoesNotHideItAnyMore() {
    ItemStand failing = new ItemStand("5.1-1", Verdict.FAIL, true, true, true, "open");
    assertThat(kinds(of(Map.of(ITEM, item(Verdict.PASS))), of(Map.of(ITEM, failing))))
        .containsExactly(Kind.NEW_FAIL);
  }

  @Test
  void aFailureThatVanishedIsToldAndNotBetter() {
    assertThat(kinds(of(Map.of(ITEM, item(Verdict.FAIL))), of(Map.of())))
        .containsExactly(Kind.VANISHED);
  }

  @Test
  void aNewItemThatStaysOpenMakesAPassedProvisionWorse() {
    ResultSnapshot before = of(Map.of());
    ResultSnapshot now =
        of(Map.of(ITEM, item(Verdict.INCONCLUSIVE)), Optional.of(Verdict.INCONCLUSIVE));
    Comparison c = Comparison.of(before, now);
    assertThat(c.changes(Weight.WORSE)).extracting(ResultChange::subject).containsExactly("5.1-1");
    assertThat(c.changes(Weight.TOLD))
        .extracting(ResultChange::kind)
        .containsExactly(Kind.APPEARED);
  }

  @Test
  void aRecommendationThatPassedAndIsDeclinedIsWorse() {
    assertThat(kinds(of(Map.of()), of(Map.of(), Optional.empty())))
        .containsExactly(Kind.LOWER_VERDICT);
    assertThat(kinds(of(Map.of(), Optional.of(Verdict.FAIL)), of(Map.of(), Optional.empty())))
        .containsExactly(Kind.NO_LONGER_TESTED);
  }

  @Test
  void aRequirementThatIsRefusedNowIsANewFail() {
    assertThat(kinds(of(Map.of()), of(Map.of(), Optional.of(Verdict.FAIL))))
        .containsExactly(Kind.NEW_FAIL);
  }
}
