package dev.plumbline.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.Attestor;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.SchemeEvidence;
import dev.plumbline.scheme.Ask.State;
import dev.plumbline.scheme.Result.Stand;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What schemes ask beside provisions, against the shipped schemes. */
class AsksTest {
  private static final SchemeCatalogue SCHEMES = Schemes.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final EvidenceFile STATEMENT = Result.file("statement.pdf", "");
  private static final EvidenceFile PAGE = Result.file("page.html", "1.0");
  private static final EvidenceFile LIST = Result.file("sbom.json", "1.0");

  /** Everything that the British law asks for, shown. */
  private static Result british(EditionId edition) {
    return new Result(edition)
        .saying("uk-psti", "law", "statement-of-compliance", Attestor.MAKER, STATEMENT)
        .saying("uk-psti", "law", "support-period-publication", Attestor.MAKER, PAGE)
        .seeing(
            Result.seen(
                "page.fetched", Map.of("status", 200L, "loginWall", false), Map.of(), PAGE));
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void aLevelIsEligibleOnceAllThatItAsksIsShown(EditionId edition) {
    Eligibility held = law(british(edition));
    assertThat(held.outcome()).as(held.toString()).isEqualTo(Outcome.ELIGIBLE);
    assertThat(held.asks()).extracting(Ask::state).containsOnly(State.SHOWN);
    assertThat(law(new Result(edition)).outcome()).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(law(british(edition).with("5.2-1", Stand.FAIL)).outcome())
        .isEqualTo(Outcome.NOT_ELIGIBLE);
  }

  @Test
  void oneThingNotShownIsEnoughNotToTell() {
    Result without =
        new Result(EditionId.named("3.1.3"))
            .saying("uk-psti", "law", "statement-of-compliance", Attestor.MAKER, STATEMENT);
    assertThat(law(without).outcome()).isEqualTo(Outcome.CANNOT_TELL);
    assertThat(law(without).unseen())
        .singleElement()
        .satisfies(a -> assertThat(a.state()).isEqualTo(State.OPEN))
        .satisfies(a -> assertThat(a.text()).contains("What counts"));
  }

  @Test
  void aBareStatementIsAClaimAndNeverProof() {
    Ask ask = statement(new Result(EditionId.named("3.1.3")).saying(said(DAY, Optional.empty())));
    assertThat(ask.state()).isEqualTo(State.CLAIMED);
    assertThat(ask.text()).contains("a claim");
  }

  @Test
  void theWordOfSomebodyElseIsNoStatementOfTheMaker() {
    Result other =
        new Result(EditionId.named("3.1.3"))
            .saying("uk-psti", "law", "statement-of-compliance", Attestor.LABORATORY, STATEMENT);
    assertThat(statement(other).state()).isEqualTo(State.CLAIMED);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27, '', SHOWN",
    "2026-11-28, '', LAPSED",
    "2026-11-01, 2026-11-27, SHOWN",
    "2026-11-01, 2026-11-26, LAPSED"
  })
  void whatIsSaidCountsFromItsDayToItsLast(LocalDate from, String until, State state) {
    Optional<LocalDate> last =
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
    Result result =
        new Result(EditionId.named("3.1.3"))
            .saying(said(from, last, STATEMENT.sha256()), STATEMENT);
    assertThat(statement(result).state()).isEqualTo(state);
  }

  @Test
  void ofTwoEntriesTheOneThatHoldsLongerTells() {
    Optional<LocalDate> soon = Optional.of(DAY.plusDays(3));
    Optional<LocalDate> later = Optional.of(DAY.plusDays(9));
    for (List<Optional<LocalDate>> order : List.of(List.of(soon, later), List.of(later, soon))) {
      Result result = new Result(EditionId.named("3.1.3"));
      order.forEach(u -> result.saying(said(DAY, u, STATEMENT.sha256()), STATEMENT));
      assertThat(statement(result).until()).isEqualTo(later);
    }
  }

  @Test
  void evidenceThatIsNotThereOrOfOtherSoftwareDoesNotCount() {
    Result absent =
        new Result(EditionId.named("3.1.3"))
            .saying(said(DAY, Optional.empty(), STATEMENT.sha256()));
    assertThat(statement(absent).state()).isEqualTo(State.CLAIMED);
    EvidenceFile older = Result.file("older.pdf", "0.9");
    Result other =
        new Result(EditionId.named("3.1.3"))
            .saying("uk-psti", "law", "statement-of-compliance", Attestor.MAKER, older);
    assertThat(statement(other).state()).isEqualTo(State.CLAIMED);
    assertThat(statement(other).text()).contains("is of software 0.9");
  }

  @Test
  void aPageCountsOnlyAsPlumblineHasFetchedIt() {
    Result unread =
        new Result(EditionId.named("3.1.3"))
            .saying("uk-psti", "law", "support-period-publication", Attestor.MAKER, PAGE);
    assertThat(page(unread).state()).isEqualTo(State.CLAIMED);
    Result behindLogin =
        unread.seeing(
            Result.seen("page.fetched", Map.of("status", 200L, "loginWall", true), Map.of(), PAGE));
    assertThat(page(behindLogin).state()).isEqualTo(State.CLAIMED);
    Result otherPage =
        new Result(EditionId.named("3.1.3"))
            .saying("uk-psti", "law", "support-period-publication", Attestor.MAKER, STATEMENT)
            .seeing(
                Result.seen(
                    "page.fetched", Map.of("status", 200L, "loginWall", false), Map.of(), PAGE));
    assertThat(page(otherPage).state()).isEqualTo(State.CLAIMED);
  }

  @Test
  void aLaboratorysTestHasToNameTheSoftware() {
    for (String version : List.of("1.0", "")) {
      EvidenceFile report = Result.file("report.pdf", version);
      Result result =
          new Result(EditionId.named("3.1.3"))
              .saying("sg-cls", "4", "penetration-test", Attestor.LABORATORY, report);
      assertThat(ask(result, "sg-cls", "4", "penetration-test").state())
          .isEqualTo(version.isEmpty() ? State.CLAIMED : State.SHOWN);
    }
  }

  @Test
  void whatPlumblineKnowsCountsByItselfWhereTheAskBindsToIt() {
    Result list =
        new Result(EditionId.named("3.1.3"))
            .seeing(Result.seen("software.components", Map.of(), Map.of("complete", true), LIST));
    assertThat(ask(list, "eu-cra", "full", "II.1").state()).isEqualTo(State.KNOWN);
    assertThat(ask(list, "sg-cls", "3", "sbom").state()).isEqualTo(State.OPEN);
    Result cut =
        new Result(EditionId.named("3.1.3"))
            .seeing(Result.seen("software.components", Map.of(), Map.of("complete", false), LIST));
    assertThat(ask(cut, "eu-cra", "full", "II.1").state()).isEqualTo(State.OPEN);
    Result contact =
        new Result(EditionId.named("3.1.3"))
            .seeing(Result.seen("page.security-txt", Map.of("valid", true), Map.of(), PAGE));
    assertThat(ask(contact, "eu-cra", "full", "II.6").state()).isEqualTo(State.KNOWN);
    assertThat(ask(contact, "eu-cra", "full", "II.5").state()).isEqualTo(State.OPEN);
  }

  @Test
  void aLevelForSomeProductsAsksThatThisIsOne() {
    for (String level : List.of("1-gateway", "2-gateway")) {
      Result result =
          new Result(EditionId.named("3.1.3"))
              .saying("sg-cls", level, "only-for", Attestor.MAKER, STATEMENT);
      assertThat(ask(result, "sg-cls", "1-gateway", "only-for").state()).isEqualTo(State.SHOWN);
      assertThat(one(result, "sg-cls", "2-gateway").asks())
          .filteredOn(a -> a.requirement().id().equals("only-for"))
          .extracting(Ask::state)
          .containsExactly(State.SHOWN);
    }
  }

  @Test
  void noEvidenceMakesASetThatIsInferredEligible() {
    Result all = new Result(EditionId.named("3.1.3"));
    EvidenceFile report = Result.file("report.pdf", "1.0");
    SCHEMES
        .schemes()
        .forEach(
            s ->
                s.levels()
                    .forEach(
                        l ->
                            l.requirements()
                                .forEach(
                                    r ->
                                        Arrays.stream(Attestor.values())
                                            .forEach(
                                                a ->
                                                    all.saying(
                                                        s.id(), l.id(), r.id(), a, report)))));
    assertThat(held(all, DAY))
        .filteredOn(e -> e.outcome() == Outcome.ELIGIBLE)
        .allSatisfy(e -> assertThat(e.obstacles()).isEmpty())
        .extracting(e -> e.scheme().id())
        .containsExactlyInAnyOrder("uk-psti", "eu-cra");
  }

  @Test
  void theSupportPeriodAndTheTermEndALevel() {
    Result declared = new Result(EditionId.named("3.1.3")).declaring("supportEnds", "2031-12-31");
    assertThat(law(declared).validity().until()).contains(LocalDate.of(2031, 12, 31));
    assertThat(one(declared, "sg-cls", "3").validity().until())
        .contains(LocalDate.of(2029, 11, 26));
    assertThat(one(declared, "vde", "mark").validity().until()).isEmpty();
    assertThat(one(declared, "vde", "mark").validity().unknown()).isNotEmpty();
    Validity undeclared = law(new Result(EditionId.named("3.1.3"))).validity();
    assertThat(undeclared.until()).isEmpty();
    assertThat(undeclared.unknown()).anyMatch(u -> u.contains("does not declare"));
    Result ending = declared.saying(said(DAY, Optional.of(DAY.plusDays(9)), STATEMENT.sha256()));
    ending.saying(said(DAY, Optional.of(DAY.plusDays(9)), STATEMENT.sha256()), STATEMENT);
    assertThat(law(ending).validity().until()).contains(DAY.plusDays(9));
  }

  private static SchemeEvidence said(
      LocalDate from, Optional<LocalDate> until, Digest... evidence) {
    return new SchemeEvidence(
        "uk-psti",
        "law",
        "statement-of-compliance",
        List.of(evidence),
        "Maker",
        Attestor.MAKER,
        from,
        until,
        "The statement",
        Map.of());
  }

  private static Ask statement(Result result) {
    return ask(result, "uk-psti", "law", "statement-of-compliance");
  }

  private static Ask page(Result result) {
    return ask(result, "uk-psti", "law", "support-period-publication");
  }

  private static Ask ask(Result result, String scheme, String level, String ask) {
    return one(result, scheme, level).asks().stream()
        .filter(a -> a.requirement().id().equals(ask))
        .findFirst()
        .orElseThrow();
  }

  private static Eligibility law(Result result) {
    return one(result, "uk-psti", "law");
  }

  private static Eligibility one(Result result, String scheme, String level) {
    return held(result, DAY).stream()
        .filter(e -> e.scheme().id().equals(scheme) && e.level().id().equals(level))
        .findFirst()
        .orElseThrow();
  }

  private static List<Eligibility> held(Result result, LocalDate day) {
    return Eligibilities.of(SCHEMES, Result.EDITIONS, result.assessment(), result.facts(day), day);
  }
}
