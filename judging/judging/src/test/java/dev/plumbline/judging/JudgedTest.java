package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.plan.Counts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands behind the verdict of an item and of a unit: a search is not a PASS. */
class JudgedTest {
  private static final TestItem ITEM = new World().planned(World.LOGIN + "@1-AuthMech/Auth-1");
  private static final Finding HOLDS = new Finding.Holds("It is so.");
  private static final Finding SEARCHED =
      new Finding.Searched("Nothing was found.", List.of("a place"), List.of());
  private static final Finding OPEN = new Finding.Undetermined("Nobody looked.");
  private static final Finding BAD = new Finding.Violated("It is open.", "Close it.");
  private static final Finding NONE = new Finding.NotApplicable("There is none.");
  private static final Observation WITH =
      World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());
  private static final Observation WITHOUT =
      World.unanswered("login.mechanism", "tcp/192.0.2.1/8443", "no answer came");

  private static Judged judged(
      Finding finding,
      DecidedBy by,
      Optional<Finding> machine,
      Optional<Decision> decision,
      boolean stale,
      Observation... basis) {
    return new Judged(
        ITEM,
        finding,
        by,
        machine,
        decision,
        stale,
        true,
        List.of(basis),
        List.of(),
        Digest.of("x"),
        List.of());
  }

  private static Judged by(DecidedBy by, Finding finding) {
    return judged(finding, by, Optional.empty(), Optional.empty(), false);
  }

  private static Judged person(Finding finding, Finding machine) {
    return judged(finding, DecidedBy.ASSESSOR, Optional.of(machine), Optional.empty(), false);
  }

  @Test
  void aPassIsNamedByWhatStandsBehindIt() {
    assertThat(by(DecidedBy.PROBE, HOLDS).conclusion()).isEqualTo(Conclusion.PROVED);
    assertThat(by(DecidedBy.RULE, HOLDS).conclusion()).isEqualTo(Conclusion.PROVED);
    assertThat(by(DecidedBy.ASSESSOR, HOLDS).conclusion()).isEqualTo(Conclusion.DECIDED);
    assertThat(person(HOLDS, OPEN).conclusion()).isEqualTo(Conclusion.DECIDED);
    assertThat(person(HOLDS, SEARCHED).conclusion()).isEqualTo(Conclusion.CONFIRMED);
  }

  @Test
  void nothingElseIsAPass() {
    assertThat(
            Stream.of(SEARCHED, OPEN, new Finding.Errored("Broken."), BAD, NONE)
                .map(f -> by(DecidedBy.PROBE, f).conclusion()))
        .containsExactly(
            Conclusion.SEARCHED,
            Conclusion.OPEN,
            Conclusion.OPEN,
            Conclusion.REFUTED,
            Conclusion.NOT_APPLICABLE);
  }

  @Test
  void whatAMachineFoundIsKeptBesideADecision() {
    assertThat(person(HOLDS, BAD).byMachine()).contains(BAD);
    assertThat(by(DecidedBy.ASSESSOR, HOLDS).byMachine()).isEmpty();
    assertThat(by(DecidedBy.PROBE, BAD).byMachine()).contains(BAD);
    assertThat(judged(OPEN, DecidedBy.RULE, Optional.of(BAD), Optional.empty(), false).byMachine())
        .contains(BAD);
  }

  private static Optional<Decision> decision(Digest... files) {
    return Optional.of(
        new Decision(ITEM.id(), HOLDS, "Ada", World.NOON, Digest.of("x"), List.of(files)));
  }

  @Test
  void evidenceIsThatOfAnObservationOrOfADecisionThatCounts() {
    Optional<Finding> none = Optional.empty();
    DecidedBy by = DecidedBy.ASSESSOR;
    assertThat(judged(HOLDS, by, none, Optional.empty(), false, WITHOUT, WITH).evidenced())
        .isTrue();
    assertThat(judged(HOLDS, by, none, Optional.empty(), false, WITHOUT).evidenced()).isFalse();
    assertThat(judged(HOLDS, by, none, decision(World.EVIDENCE), false).evidenced()).isTrue();
    assertThat(judged(HOLDS, by, none, decision(World.EVIDENCE), true).evidenced()).isFalse();
    assertThat(judged(HOLDS, by, none, decision(), false).evidenced()).isFalse();
  }

  private static boolean isSearched(Verdict verdict, Finding... findings) {
    List<Judged> items = Stream.of(findings).map(f -> by(DecidedBy.PROBE, f)).toList();
    return new UnitResult(ITEM.unit(), verdict, Counts.NONE, items).searched();
  }

  @Test
  void aUnitIsSearchedWhereNothingElseKeepsItFromAPass() {
    assertThat(isSearched(Verdict.INCONCLUSIVE, SEARCHED)).isTrue();
    assertThat(isSearched(Verdict.INCONCLUSIVE, HOLDS, SEARCHED, NONE)).isTrue();
    assertThat(isSearched(Verdict.INCONCLUSIVE, SEARCHED, OPEN)).isFalse();
    assertThat(isSearched(Verdict.INCONCLUSIVE, OPEN)).isFalse();
    assertThat(isSearched(Verdict.INCONCLUSIVE, HOLDS)).isFalse();
    assertThat(isSearched(Verdict.INCONCLUSIVE)).isFalse();
    assertThat(isSearched(Verdict.FAIL, SEARCHED, BAD)).isFalse();
    assertThat(isSearched(Verdict.PASS, HOLDS)).isFalse();
  }

  @Test
  void countsAreAddedEachToItsOwn() {
    assertThat(new Counts(1, 2, 3, 4, 5, 6, 7, 8).plus(new Counts(10, 20, 30, 40, 50, 60, 70, 80)))
        .isEqualTo(new Counts(11, 22, 33, 44, 55, 66, 77, 88));
  }
}
