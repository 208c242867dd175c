package dev.plumbline.wild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgedTest {
  private static final String UNIT = "5.5-4-2a";

  private static ItemVerdict item(String unit, String row, String verdict, String kind) {
    return new ItemVerdict(unit, row, verdict, kind, "probe", "as seen");
  }

  private static Device flawed(String... units) {
    Tree data = new Tree(Map.of("id", "d", "flaw", "access", "may", List.of("5.8-2-1a")));
    return Device.of(data, Device.LATEST, List.of(units), Path.of(""));
  }

  private static Judged judged(Device device, ItemVerdict... items) {
    return Judged.of(device, List.of(items), 1);
  }

  @Test
  void aFailAtANamedUnitIsFound() {
    Judged judged = judged(flawed(UNIT), item(UNIT, "13-SoftServ/SoftServ-1", "FAIL", "violated"));
    assertThat(judged.standing()).isEqualTo(Judged.Standing.FOUND);
    assertThat(judged.wrongPass()).isEmpty();
    assertThat(judged.wrongFail()).isEmpty();
  }

  @Test
  void aPassAtANamedUnitIsWrongEvenIfAnotherRowFails() {
    Judged judged =
        judged(
            flawed(UNIT),
            item(UNIT, "13-SoftServ/SoftServ-1", "FAIL", "violated"),
            item(UNIT, "13-SoftServ/SoftServ-9", "PASS", "holds"));
    assertThat(judged.wrongPass()).containsExactly(UNIT + "@13-SoftServ/SoftServ-9: as seen");
  }

  @Test
  void aPassOfARowThatIsNotNamedIsRight() {
    Judged judged =
        judged(
            flawed(UNIT + "@SoftServ-9"),
            item(UNIT, "13-SoftServ/SoftServ-1", "PASS", "holds"),
            item(UNIT, "13-SoftServ/SoftServ-9", "INCONCLUSIVE", "searched"));
    assertThat(judged.wrongPass()).isEmpty();
    assertThat(judged.standing()).isEqualTo(Judged.Standing.SEARCHED);
  }

  @Test
  void aFailThatNoFlawExplainsIsWrong() {
    Judged judged =
        judged(
            flawed(UNIT),
            item(UNIT, "DUT", "INCONCLUSIVE", "undetermined"),
            item("5.8-2-1a", "DUT", "FAIL", "violated"),
            item("5.6-1-2c", "DUT", "FAIL", "violated"));
    assertThat(judged.standing()).isEqualTo(Judged.Standing.OPEN);
    assertThat(judged.wrongFail()).containsExactly("5.6-1-2c@DUT: as seen");
  }

  @Test
  void aUnitWithoutAnyItemIsMissed() {
    assertThat(judged(flawed(UNIT)).standing()).isEqualTo(Judged.Standing.MISSED);
  }

  @Test
  void anyFailOfASoundDeviceIsWrongUnlessItIsAnotherItems() {
    Device sound = Device.of(new Tree(Map.of("id", "s")), Device.LATEST, List.of(), Path.of(""));
    ItemVerdict taken =
        new ItemVerdict("5.5-6-2a", "DUT", "FAIL", "violated", "probe", "Taken over from x: y.");
    Judged judged = judged(sound, taken, item(UNIT, "DUT", "FAIL", "violated"));
    assertThat(judged.standing()).isEqualTo(Judged.Standing.SOUND);
    assertThat(judged.wrongFail()).containsExactly(UNIT + "@DUT: as seen");
  }
}
