package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.judging.WaivedItem.State;
import dev.plumbline.judging.check.TestItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaivedItemTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
  private static final ItemId ITEM = new ItemId(new UnitId("5.6-1-2c"), ItemId.DUT);
  private static final Finding OPEN = new Finding.Violated("Port 23 is open.", "Close it.");

  private static Waiver waiver(LocalDate until) {
    return new Waiver(ITEM, "Port 23 is open.", "In our halls.", until, "A.", Instant.EPOCH);
  }

  private static Judged judged(Finding finding) {
    TestItem item =
        new TestItem(
            ITEM,
            SmallCatalogue.unit("5.6-1-2c", Kind.FUNCTIONAL, UnitScope.DUT, "", List.of(), ""),
            Optional.empty(),
            Optional.empty(),
            false,
            DecidedBy.PROBE,
            List.of(),
            Optional.empty());
    return new Judged(
        item,
        finding,
        DecidedBy.PROBE,
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        List.of(),
        List.of(),
        Digest.of("x"),
        List.of());
  }

  private static WaivedItem of(Finding finding, LocalDate day) {
    return WaivedItem.of(Stream.of(judged(finding)), List.of(waiver(LAST_DAY)), day).getFirst();
  }

  @Test
  void aWaiverIsInForceThroughItsLastDayAndExpiredAfterIt() {
    assertThat(of(OPEN, LAST_DAY).state()).isEqualTo(State.IN_FORCE);
    assertThat(of(OPEN, LAST_DAY.plusDays(1)).state()).isEqualTo(State.EXPIRED);
    assertThat(of(OPEN, LAST_DAY.plusDays(1)).sentence()).contains("has expired");
  }

  @Test
  void aWaiverDoesNotCoverAnotherFinding() {
    Finding other = new Finding.Violated("Port 2323 is open.", "Close it.");
    assertThat(of(other, LAST_DAY).state()).isEqualTo(State.OTHER_FINDING);
    assertThat(of(other, LAST_DAY).inForce()).isFalse();
  }

  @Test
  void aWaiverOfWhatDoesNotFailIsNotNeeded() {
    assertThat(of(new Finding.Undetermined("?"), LAST_DAY).state()).isEqualTo(State.NOT_NEEDED);
    assertThat(WaivedItem.of(Stream.of(), List.of(waiver(LAST_DAY)), LAST_DAY).getFirst().state())
        .isEqualTo(State.VANISHED);
  }

  @Test
  void theLastWaiverOnAnItemCounts() {
    List<WaivedItem> all =
        WaivedItem.of(
            Stream.of(judged(OPEN)),
            List.of(waiver(LAST_DAY), waiver(LAST_DAY.minusDays(30))),
            LAST_DAY);
    assertThat(all).extracting(WaivedItem::state).containsExactly(State.EXPIRED);
  }

  @Test
  void aWaiverChangesNoVerdict() {
    assertThat(judged(OPEN).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(of(OPEN, LAST_DAY).sentence()).contains("stays a FAIL");
  }
}
