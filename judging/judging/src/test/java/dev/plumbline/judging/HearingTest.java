package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.CoverageTest;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several tools answer one question; none of them is silenced by another. */
class HearingTest {
  private static final String ITEM = World.COMPLETE + "@DUT";
  private static final String FULL = "1-65535";

  private static Observation ports(String producer, int order, List<Long> open, String tried) {
    Stored stored =
        CompleteFacts.of("tcp.open-ports", Map.of("open", open), Map.of("ports", List.of(tried)));
    return new Observation(
        "tcp.open-ports",
        "address/192.0.2.1",
        Observation.Outcome.SEEN,
        stored.value(),
        stored.coverage(),
        "",
        new Observation.Source(
            producer, "1", "1.0", "U-1", "initialized", "run", World.NOON.plusSeconds(order)),
        Optional.empty());
  }

  private static Observation mute(String producer, int order) {
    Observation seen = ports(producer, order, List.of(), FULL);
    return new Observation(
        seen.key(),
        seen.subject(),
        Observation.Outcome.UNDETERMINED,
        Map.of(),
        Map.of(),
        "it says nothing",
        seen.source(),
        Optional.empty());
  }

  private static Verdict verdict(Observation... seen) {
    World world = new World().check(new Scripted.NothingIsOmitted(HearingTest::judge));
    List.of(seen).forEach(world::seen);
    return world.judged(ITEM).verdict();
  }

  private static Check.Outcome judge(TestItem item, Facts facts) {
    List<Observation> seen = facts.observations("tcp.open-ports");
    for (Observation o : seen) {
      if (!o.texts("open").isEmpty()) {
        return Check.Outcome.of(new Finding.Violated("A port is open.", "Close it."), seen);
      }
    }
    return CoverageTest.noPorts(item, facts);
  }

  @Test
  void aNarrowScanImportedLaterTakesNoFindingAway() {
    assertThat(verdict(ports("probe", 0, List.of(23L), FULL), ports("tool", 9, List.of(), "80")))
        .isEqualTo(Verdict.FAIL);
  }

  /** Nor does an older whole answer stand where the newest is narrower, or is none. */
  @Test
  void anOlderWholeAnswerProvesNothingWhereTheNewestHasGaps() {
    Observation whole = ports("tool", 0, List.of(), FULL);
    assertThat(verdict(whole)).isEqualTo(Verdict.PASS);
    assertThat(verdict(whole, ports("probe", 9, List.of(), "80"))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(whole, mute("probe", 9))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aFindingOfAToolStandsBesideALaterScanThatMissedIt() {
    assertThat(verdict(ports("tool", 0, List.of(23L), "23"), ports("probe", 9, List.of(), FULL)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aSourceThatLooksAgainReplacesWhatItSaidBefore() {
    assertThat(verdict(ports("probe", 0, List.of(23L), FULL), ports("probe", 9, List.of(), FULL)))
        .isEqualTo(verdict(ports("probe", 0, List.of(), FULL)));
  }

  @Test
  void whatAToolSawStaysSeenWhenItLaterGetsNoAnswer() {
    assertThat(verdict(ports("probe", 1, List.of(23L), FULL), mute("probe", 2)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatAToolSawProvesNothingWhenItLaterGetsNoAnswer() {
    assertThat(verdict(ports("probe", 1, List.of(), FULL), mute("probe", 2)))
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theSceneItselfPassesAndFails() {
    assertThat(verdict(ports("probe", 0, List.of(23L), FULL))).isEqualTo(Verdict.FAIL);
    assertThat(verdict(ports("probe", 0, List.of(), FULL))).isEqualTo(Verdict.PASS);
  }

  /** A line of an older journal, as it was written before a field of the coverage was required. */
  private static Observation old(int order, List<Long> open, Map<String, Object> coverage) {
    Observation whole = ports("probe", order, open, FULL);
    return new Observation(
        whole.key(),
        whole.subject(),
        whole.outcome(),
        whole.value(),
        coverage,
        "",
        whole.source(),
        Optional.empty());
  }

  @Test
  void aLineThatLacksCoverageRefutesAndAnswersNothing() {
    Map<String, Object> some = Map.of("ports", List.of(FULL), "tried", 65_535L);
    assertThat(verdict(old(0, List.of(23L), some))).isEqualTo(Verdict.FAIL);
    assertThat(verdict(old(0, List.of(23L), Map.of("unanswered", 3L)))).isEqualTo(Verdict.FAIL);
    assertThat(verdict(old(0, List.of(), some))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aLineThatLacksWhatWasSeenRefutesNothing() {
    Observation line =
        new Observation(
            "tcp.open-ports",
            "address/192.0.2.1",
            Observation.Outcome.SEEN,
            Map.of(),
            Map.of("ports", List.of(FULL)),
            "",
            ports("probe", 0, List.of(), FULL).source(),
            Optional.empty());
    assertThat(verdict(line)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aLineThatLacksCoverageHidesNoEarlierWholeOne() {
    assertThat(verdict(ports("probe", 0, List.of(23L), FULL), old(9, List.of(), Map.of())))
        .isEqualTo(Verdict.FAIL);
  }

  /** The report shows the journal's line, not the one that was completed to be read. */
  @Test
  void aFindingRestsOnTheLineAsItStandsInTheJournal() {
    Observation line = old(0, List.of(23L), Map.of("ports", List.of(FULL)));
    World world = new World().check(new Scripted.NothingIsOmitted(HearingTest::judge)).seen(line);
    assertThat(world.judged(ITEM).basis()).containsExactly(line);
  }

  /** Reads ports in the state {@code off} alone. */
  private static final class NothingIsOpenWhileOff implements Bound {
    @Override
    public String unit() {
      return World.COMPLETE;
    }

    @Override
    public List<String> needs() {
      return List.of("tcp.open-ports");
    }

    @Override
    public Set<String> states() {
      return Set.of("off");
    }

    @Override
    public Outcome judge(TestItem item, Facts facts) {
      return HearingTest.judge(item, facts.inState("off"));
    }
  }

  private static Observation off(Observation o) {
    Observation.Source s = o.source();
    return new Observation(
        o.key(),
        o.subject(),
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        new Observation.Source(
            s.producer(), s.version(), s.softwareVersion(), s.unit(), "off", s.runId(), s.at()),
        o.evidence());
  }

  @Test
  void whatWasSeenInAnotherStateRefutesWhateverFellSilentLater() {
    Observation open = off(ports("probe", 0, List.of(23L), FULL));
    Observation silent = off(mute("probe", 9));
    World world = new World().check(new NothingIsOpenWhileOff()).seen(open).seen(silent);
    assertThat(world.judged(ITEM).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(world.judged(ITEM).basis()).containsExactly(open);
    World sound =
        new World()
            .check(new NothingIsOpenWhileOff())
            .seen(off(ports("probe", 0, List.of(), FULL)))
            .seen(silent);
    assertThat(sound.judged(ITEM).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }
}
