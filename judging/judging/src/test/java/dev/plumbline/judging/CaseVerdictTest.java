package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CaseRule;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases whose units are alternatives, or combine in a way that is not known. */
class CaseVerdictTest {
  private static final List<List<String>> A_OR_B = List.of(List.of("a"), List.of("b"));
  private static final List<List<String>> A_OR_ONE_OF_B_AND_C =
      List.of(List.of("a"), List.of("b|c"));
  private static final List<List<String>> A_AND_B = List.of(List.of("a", "b"));

  @ParameterizedTest
  @CsvSource({"P,F,PASS", "F,P,PASS", "F,F,FAIL", "I,F,INCONCLUSIVE", "F,I,INCONCLUSIVE"})
  void oneAlternativeIsEnough(char a, char b, Verdict expected) {
    assertThat(verdict(CaseRule.ALTERNATIVES, A_OR_B, a, b)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"P,P,PASS", "P,F,FAIL", "P,I,INCONCLUSIVE"})
  void anAlternativeNeedsAllItsUnits(char a, char b, Verdict expected) {
    assertThat(verdict(CaseRule.ALTERNATIVES, A_AND_B, a, b)).isEqualTo(expected);
  }

  @Test
  void ofUnitsThatExcludeEachOtherTheOneAboutTheSubjectCounts() {
    assertThat(verdict(CaseRule.ALTERNATIVES, A_OR_ONE_OF_B_AND_C, 'F', 'P'))
        .isEqualTo(Verdict.PASS);
    assertThat(verdict(CaseRule.ALTERNATIVES, List.of(List.of("c")), 'P', 'P'))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void everySubjectNeedsAnAlternative() {
    World world = new World().entry("7-UpdMech", "Upd-2", "automatic: false");
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-1", 'P');
    decide(world, World.UPDATE_B + "@7-UpdMech/Upd-1", 'F');
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-2", 'F');
    decide(world, World.UPDATE_B + "@7-UpdMech/Upd-2", 'F');

    assertThat(of(world, CaseRule.ALTERNATIVES, A_OR_B)).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"P,P,PASS", "F,F,FAIL", "P,F,INCONCLUSIVE", "F,I,INCONCLUSIVE"})
  void whereItIsNotKnownHowUnitsCombineOnlyWhatAllAgreeOnCounts(char a, char b, Verdict expected) {
    assertThat(verdict(CaseRule.UNKNOWN, List.of(), a, b)).isEqualTo(expected);
  }

  private static Verdict verdict(CaseRule rule, List<List<String>> sets, char a, char b) {
    World world = new World();
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-1", a);
    decide(world, World.UPDATE_B + "@7-UpdMech/Upd-1", b);
    return of(world, rule, sets);
  }

  private static Verdict of(World world, CaseRule rule, List<List<String>> sets) {
    CaseResult judged = World.group(world.judge(), "5.3-2").cases().getFirst();
    TestCase old = judged.testCase();
    return CaseVerdict.of(
        new TestCase(
            old.id(),
            old.kind(),
            old.purpose(),
            rule,
            false,
            false,
            old.pass(),
            old.passSource(),
            old.units(),
            sets,
            "how they combine"),
        judged.units());
  }

  private static void decide(World world, String item, char letter) {
    switch (letter) {
      case 'P' -> world.decide(item, new Finding.Holds("good"));
      case 'F' -> world.decide(item, new Finding.Violated("bad", "mend it"));
      default -> world.decide(item, new Finding.Undetermined("cannot tell"));
    }
  }

  @Test
  void theAlternativeOfOneSubjectIsNotSpoiledByAnother() {
    World world = new World().entry("7-UpdMech", "Upd-2", "automatic: false");
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-1", 'P');
    decide(world, World.UPDATE_B + "@7-UpdMech/Upd-1", 'F');
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-2", 'F');
    decide(world, World.UPDATE_B + "@7-UpdMech/Upd-2", 'P');

    assertThat(of(world, CaseRule.ALTERNATIVES, A_OR_B)).isEqualTo(Verdict.PASS);
  }

  @Test
  void oneSubjectThatPassesIsEnoughWhereAnyIs() {
    World world = new World().entry("7-UpdMech", "Upd-2", "automatic: false");
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-1", 'P');
    decide(world, World.UPDATE_B + "@7-UpdMech/Upd-1", 'P');
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-2", 'F');
    decide(world, World.UPDATE_B + "@7-UpdMech/Upd-2", 'F');
    assertThat(of(world, CaseRule.ANY_SUBJECT, List.of())).isEqualTo(Verdict.PASS);

    World mixed = new World().entry("7-UpdMech", "Upd-2", "automatic: false");
    decide(mixed, World.UPDATE_A + "@7-UpdMech/Upd-1", 'P');
    decide(mixed, World.UPDATE_B + "@7-UpdMech/Upd-1", 'F');
    decide(mixed, World.UPDATE_A + "@7-UpdMech/Upd-2", 'F');
    decide(mixed, World.UPDATE_B + "@7-UpdMech/Upd-2", 'P');
    assertThat(of(mixed, CaseRule.ANY_SUBJECT, List.of())).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aUnitWithoutARowCountsBesideTheSubjects() {
    World world = new World().rule(World.UPDATE_B, "automatic", "", false);
    world.entry("7-UpdMech", "Upd-1", "automatic: false");
    decide(world, World.UPDATE_A + "@7-UpdMech/Upd-1", 'P');
    decide(world, World.UPDATE_B + "@DUT", 'P');
    assertThat(of(world, CaseRule.ANY_SUBJECT, List.of())).isEqualTo(Verdict.PASS);

    decide(world, World.UPDATE_B + "@DUT", 'F');
    assertThat(of(world, CaseRule.ANY_SUBJECT, List.of())).isEqualTo(Verdict.FAIL);
  }
}
