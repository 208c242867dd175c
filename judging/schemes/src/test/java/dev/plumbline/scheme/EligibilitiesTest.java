package dev.plumbline.scheme;

import static dev.plumbline.scheme.Outcome.CANNOT_TELL;
import static dev.plumbline.scheme.Outcome.ELIGIBLE;
import static dev.plumbline.scheme.Outcome.NOT_ELIGIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.Edge;
import dev.plumbline.catalogue.scheme.ProvisionSet.Selection;
import dev.plumbline.catalogue.scheme.SchemeState;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.scheme.Eligibility.Availability;
import dev.plumbline.scheme.Result.Stand;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EligibilitiesTest {
  private static final Invented TWO = Invented.asking("5.1-1", "5.12-2");

  @ParameterizedTest
  @CsvSource({
    "PASS, ELIGIBLE",
    "ABSENT, ELIGIBLE",
    "ABSENT_BY_CLAIM, CANNOT_TELL",
    "INCONCLUSIVE, CANNOT_TELL",
    "SEARCHED, CANNOT_TELL",
    "CONFIRMED, ELIGIBLE",
    "UNSETTLED, CANNOT_TELL",
    "FAIL, NOT_ELIGIBLE",
    "REFUSED, NOT_ELIGIBLE",
    "DECLINED, NOT_ELIGIBLE"
  })
  void oneProvisionDecides(Stand stand, Outcome outcome) {
    Eligibility held = TWO.held(new Result(EditionId.named("3.1.3")).with("5.12-2", stand));
    assertThat(held.outcome()).isEqualTo(outcome);
    assertThat(held.missing().isEmpty()).isEqualTo(outcome == ELIGIBLE);
    assertThat(held.missing())
        .allSatisfy(n -> assertThat(n.reason()).contains(stand.name()))
        .allSatisfy(n -> assertThat(n.way()).isNotBlank());
  }

  @Test
  void whatWasSearchedAloneKeepsALevelUntilAPersonConfirmsIt() {
    Eligibility searched =
        TWO.held(new Result(EditionId.named("3.1.3")).with("5.12-2", Stand.SEARCHED));
    assertThat(searched.obstacles())
        .singleElement()
        .asString()
        .startsWith("Searched, and not confirmed: 5.12-2. Nothing was found;")
        .contains("plumbline confirm");
    assertThat(searched.missing())
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.state()).isEqualTo(Need.State.SEARCHED);
              assertThat(n.verdict()).isEqualTo("searched");
              assertThat(n.reason()).startsWith("1 of 1 items were searched and not confirmed");
              assertThat(n.way()).isEqualTo("1 to be confirmed (plumbline confirm).");
            });
  }

  @Test
  void aLevelThatRestsOnConfirmedSearchesSaysSo() {
    Eligibility held =
        TWO.held(new Result(EditionId.named("3.1.3")).with("5.12-2", Stand.CONFIRMED));
    assertThat(held.reservations()).contains("Rests on searches that a person confirmed: 5.12-2.");
    assertThat(held.needs())
        .extracting(n -> n.rests().orElseThrow())
        .containsExactly(Conclusion.PROVED, Conclusion.CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({
    "HIGH, HIGH, ELIGIBLE",
    "MEDIUM, HIGH, ELIGIBLE",
    "HIGH, MEDIUM, ELIGIBLE",
    "LOW, HIGH, CANNOT_TELL",
    "HIGH, LOW, CANNOT_TELL",
    "UNKNOWN, HIGH, CANNOT_TELL"
  })
  void mediumConfidenceIsAReservationAndLowAnObstacle(
      Confidence set, Confidence level, Outcome outcome) {
    Eligibility held = TWO.sure(set, level).held(new Result(EditionId.named("3.1.3")));
    assertThat(held.outcome()).isEqualTo(outcome);
    boolean medium = set == Confidence.MEDIUM || level == Confidence.MEDIUM;
    assertThat(held.reservations().toString().contains("medium confidence")).isEqualTo(medium);
  }

  @Test
  void aFailureInAListOfLowConfidenceIsNotCounted() {
    Result failed = new Result(EditionId.named("3.1.3")).with("5.1-1", Stand.FAIL);
    assertThat(TWO.sure(Confidence.LOW, Confidence.HIGH).held(failed).outcome())
        .isEqualTo(CANNOT_TELL);
    assertThat(TWO.sure(Confidence.MEDIUM, Confidence.LOW).held(failed).outcome())
        .isEqualTo(NOT_ELIGIBLE);
  }

  @Test
  void whatIsInferredUnknownUnseenOrForOthersCannotBeTold() {
    Result passed = new Result(EditionId.named("3.1.3"));
    assertThat(TWO.inferred().held(passed).outcome()).isEqualTo(CANNOT_TELL);
    assertThat(TWO.unnumbered().held(passed).outcome()).isEqualTo(CANNOT_TELL);
    assertThat(TWO.unknowing("Its rules.").held(passed).outcome()).isEqualTo(CANNOT_TELL);
    assertThat(TWO.onlyFor("routers").held(passed).outcome()).isEqualTo(CANNOT_TELL);
    Eligibility unseen = TWO.requiring().held(passed);
    assertThat(unseen.outcome()).isEqualTo(CANNOT_TELL);
    assertThat(unseen.unseen()).extracting(a -> a.requirement().id()).containsExactly("sbom");
  }

  @Test
  void aLevelThatAsksForNoProvisionIsNeverMetByThat() {
    assertThat(Invented.asking().held(new Result(EditionId.named("3.1.3"))).outcome())
        .isEqualTo(CANNOT_TELL);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, 2026-11-24, YES, ELIGIBLE",
    "ACTIVE, 2026-11-25, NOT_YET, NOT_ELIGIBLE",
    "ACTIVE, 2026, UNKNOWN, CANNOT_TELL",
    "ACTIVE, unknown, YES, ELIGIBLE",
    "CLOSED, unknown, CLOSED, NOT_ELIGIBLE",
    "CLOSED, 2026-11-24, CLOSED, NOT_ELIGIBLE",
    "CLOSED, 2026-11-25, YES, ELIGIBLE",
    "NOT_OPEN, unknown, NOT_OPEN, CANNOT_TELL",
    "UNKNOWN, unknown, UNKNOWN, CANNOT_TELL"
  })
  void theDayDecidesWhetherALevelCanBeHad(
      SchemeState state, String since, Availability available, Outcome outcome) {
    Eligibility held = TWO.being(state, since).held(new Result(EditionId.named("3.1.3")));
    assertThat(held.available()).isEqualTo(available);
    assertThat(held.outcome()).isEqualTo(outcome);
    assertThat(held.obstacles().isEmpty()).isEqualTo(outcome == ELIGIBLE);
  }

  @Test
  void beforeTheFactsNobodyKnowsWhetherASchemeWithoutDateRan() {
    LocalDate before = Invented.AS_OF.minusDays(1);
    Result passed = new Result(EditionId.named("3.1.3"));
    assertThat(TWO.being(SchemeState.ACTIVE, "unknown").held(passed, before).outcome())
        .isEqualTo(CANNOT_TELL);
    assertThat(TWO.being(SchemeState.CLOSED, "unknown").held(passed, before).outcome())
        .isEqualTo(CANNOT_TELL);
  }

  @ParameterizedTest
  @CsvSource({
    "5.3-6, 5.3-6A, 5.3-6B, FAIL, NOT_ELIGIBLE",
    "5.3-6, 5.3-6A, 5.3-6B, INCONCLUSIVE, CANNOT_TELL",
    "5.3-6, 5.3-6A, 5.3-6B, PASS, ELIGIBLE",
    "5.13-1, 5.13-1A, 5.13-1B, FAIL, NOT_ELIGIBLE",
    "5.6-4, 5.6-4A, 5.6-4B, FAIL, CANNOT_TELL",
    "5.6-4, 5.6-4A, 5.6-4B, DECLINED, CANNOT_TELL"
  })
  void aSplitProvisionIsMetOnlyIfAllItsPartsAre(
      String whole, String first, String second, Stand stand, Outcome outcome) {
    Eligibility held =
        Invented.asking(whole)
            .numbered(EditionId.named("2.1.1"))
            .held(new Result(EditionId.named("3.1.3")).with(second, stand));
    assertThat(held.outcome()).isEqualTo(outcome);
    Need need = held.needs().getFirst();
    assertThat(need.through()).containsExactly(new ProvisionId(first), new ProvisionId(second));
    assertThat(need.close())
        .isEqualTo(outcome == ELIGIBLE ? List.of() : List.of(new ProvisionId(second)));
    assertThat(held.reservations()).anyMatch(r -> r.contains("renamed and split"));
  }

  @Test
  void aRenamedProvisionIsFound() {
    Eligibility held =
        Invented.asking("4-1")
            .numbered(EditionId.named("2.1.1"))
            .held(new Result(EditionId.named("3.1.3")));
    assertThat(held.outcome()).isEqualTo(ELIGIBLE);
    assertThat(held.needs().getFirst().through()).containsExactly(new ProvisionId("5.0-1"));
  }

  @Test
  void whatOneEditionLetsAProductLeaveOutTheOtherMayNot() {
    Result result = new Result(EditionId.named("3.1.3")).with("5.6-1", Stand.ABSENT);
    assertThat(Invented.asking("5.6-1").held(result).outcome()).isEqualTo(ELIGIBLE);
    Eligibility older = Invented.asking("5.6-1").numbered(EditionId.named("2.1.1")).held(result);
    assertThat(older.outcome()).isEqualTo(CANNOT_TELL);
    assertThat(older.missing().getFirst().reason()).contains("V2.1.1 asks for it of every product");
  }

  @ParameterizedTest
  @CsvSource({"5.3-6A", "6-6"})
  void aPartOrANewProvisionIsNotMetByAnOlderResult(String provision) {
    Eligibility held = Invented.asking(provision).held(new Result(EditionId.named("2.1.1")));
    assertThat(held.outcome()).isEqualTo(CANNOT_TELL);
    assertThat(held.missing().getFirst().reason()).contains("has nothing that stands for it");
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void allRequirementsAreThoseOfTheEditionThatNumbersThem(EditionId edition) {
    Invented all = TWO.numbered(edition).selecting(Selection.MANDATORY);
    assertThat(all.held(new Result(edition)).needs())
        .hasSize(edition.equals(EditionId.named("2.1.1")) ? 33 : 36);
    assertThat(all.held(new Result(edition)).outcome()).isEqualTo(ELIGIBLE);
  }

  @Test
  void aRecommendationMayBeDeclinedWhereAReasonIsAllThatIsAsked() {
    Invented answered = TWO.numbered(EditionId.named("3.1.3")).selecting(Selection.ANSWERED);
    Result declined = new Result(EditionId.named("3.1.3")).with("5.12-2", Stand.DECLINED);
    assertThat(answered.held(declined).outcome()).isEqualTo(ELIGIBLE);
    assertThat(answered.held(declined.with("5.12-2", Stand.FAIL)).outcome())
        .isEqualTo(NOT_ELIGIBLE);
    assertThat(answered.held(declined.with("5.12-2", Stand.UNSETTLED)).outcome())
        .isEqualTo(CANNOT_TELL);
  }

  @Test
  void recognitionIsToldFromTheDayThatItHolds() {
    Result passed = new Result(EditionId.named("3.1.3"));
    assertThat(TWO.held(passed).recognition())
        .extracting(Edge::toScheme, e -> e.since().text())
        .containsExactly(tuple("other", "2025-01-01"));
    assertThat(TWO.held(passed, LocalDate.of(2027, 1, 1)).recognition()).hasSize(2);
    assertThat(TWO.held(passed.with("5.1-1", Stand.FAIL)).recognition()).isEmpty();
  }
}
