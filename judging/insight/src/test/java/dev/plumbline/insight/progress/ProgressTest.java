package dev.plumbline.insight.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Station;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.insight.progress.BurnDown.Point;
import dev.plumbline.insight.progress.WorkLeft.StationWork;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
import dev.plumbline.judging.check.TestItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Catalogue EDITION = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final TestUnit UNIT =
      EDITION.groups().values().stream()
          .flatMap(g -> g.cases().stream())
          .flatMap(c -> c.units().stream())
          .findFirst()
          .orElseThrow();
  private static final Station DESK = new Station("desk", "Desk", "Sit.", 2, List.of());
  private static final Station LAB = new Station("lab", "Lab", "Stand.", 8, List.of());
  private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  private static ItemId item(int number) {
    return new ItemId(UNIT.id(), "1-Table/Row-" + number);
  }

  private static StationItem at(int number, Station station) {
    return new StationItem(station, judged(number, DecidedBy.ASSESSOR, Optional.empty()));
  }

  private static Decision decision(int number, Instant at) {
    return new Decision(
        item(number), new Finding.Holds("Seen."), "Ann", at, Digest.of("x"), List.of());
  }

  private static Judged judged(int number, DecidedBy by, Optional<Instant> decided) {
    return new Judged(
        new TestItem(
            item(number),
            UNIT,
            Optional.empty(),
            Optional.empty(),
            false,
            by,
            List.of(),
            Optional.empty()),
        new Finding.Holds("Seen."),
        by,
        Optional.empty(),
        decided.map(at -> decision(number, at)),
        false,
        true,
        List.of(),
        List.of(),
        Digest.of("x"),
        List.of());
  }

  @Test
  void aStationThatNobodyMeasuredHasTheAssumedTime() {
    WorkLeft work =
        WorkLeft.of(
            List.of(at(1, DESK), at(2, LAB), at(3, LAB), at(4, DESK)),
            Set.of(item(1), item(2), item(3)),
            List.of());
    assertThat(work.stations())
        .containsExactly(
            new StationWork(DESK, 1, Duration.ofMinutes(2), false),
            new StationWork(LAB, 2, Duration.ofMinutes(8), false));
    assertThat(work.items()).isEqualTo(3);
    assertThat(work.time()).isEqualTo(Duration.ofMinutes(18));
  }

  /** The first decision of a sitting tells no time, so six decisions tell five. */
  @Test
  void fiveMeasuredDecisionsTakeThePlaceOfTheAssumption() {
    List<StationItem> items = IntStream.range(0, 8).mapToObj(i -> at(i, DESK)).toList();
    List<Decision> six =
        IntStream.range(0, 6).mapToObj(i -> decision(i, MORNING.plusSeconds(60L * i))).toList();
    Set<ItemId> waiting = Set.of(item(6), item(7));
    assertThat(WorkLeft.of(items, waiting, six).stations())
        .containsExactly(new StationWork(DESK, 2, Duration.ofMinutes(1), true));
    assertThat(WorkLeft.of(items, waiting, six.subList(0, 5)).stations())
        .containsExactly(new StationWork(DESK, 2, Duration.ofMinutes(2), false));
  }

  @Test
  void nothingLeftTakesNoTime() {
    WorkLeft work = WorkLeft.of(List.of(at(1, DESK)), Set.of(), List.of());
    assertThat(work.stations()).isEmpty();
    assertThat(work.time()).isZero();
  }

  @Test
  void theNumberOfItemsGoesDownOnTheDayOfEachDecision() {
    Instant later = MORNING.plus(Duration.ofDays(2));
    BurnDown down =
        BurnDown.of(
            List.of(
                judged(1, DecidedBy.ASSESSOR, Optional.of(MORNING)),
                judged(2, DecidedBy.ASSESSOR, Optional.of(later)),
                judged(3, DecidedBy.ASSESSOR, Optional.of(later)),
                judged(4, DecidedBy.ASSESSOR, Optional.empty()),
                judged(5, DecidedBy.PROBE, Optional.of(MORNING))),
            Set.of(item(4)),
            DAY.plusDays(9));
    assertThat(down.points())
        .as("what a probe decides is no work of a person")
        .containsExactly(
            new Point(DAY.minusDays(1), 4),
            new Point(DAY, 3),
            new Point(DAY.plusDays(2), 1),
            new Point(DAY.plusDays(9), 1));
  }

  @Test
  void withoutADecisionThereIsNothingToDraw() {
    assertThat(
            BurnDown.of(
                    List.of(judged(1, DecidedBy.ASSESSOR, Optional.empty())), Set.of(item(1)), DAY)
                .points())
        .isEmpty();
  }

  @Test
  void timesThatNoClockShowsAreTakenForTheNearestThatOneCan() {
    assertThat(Days.of(Instant.MIN)).isEqualTo(LocalDate.parse("1970-01-01"));
    assertThat(Days.of(Instant.MAX)).isEqualTo(LocalDate.parse("9999-12-31"));
    assertThat(Days.of(MORNING)).isEqualTo(DAY);
  }
}
