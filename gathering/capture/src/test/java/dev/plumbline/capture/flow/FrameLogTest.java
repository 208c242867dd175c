package dev.plumbline.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.FrameNumbers;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrameLogTest {
  private static FrameLog of(LongStream numbers) {
    FrameLog log = new FrameLog();
    numbers.forEach(log::add);
    return log;
  }

  private static List<Long> firstFifty() {
    return LongStream.rangeClosed(1, FrameNumbers.MOST).boxed().toList();
  }

  @Test
  void numbersStandInOrderAndOnce() {
    assertThat(of(LongStream.of(7, 3, 7, 9, 3, 1)).numbers())
        .isEqualTo(new FrameNumbers(List.of(1L, 3L, 7L, 9L), false));
  }

  @Test
  void theFirstOfManyAreKeptInWhateverOrderTheyCome() {
    FrameNumbers expected = new FrameNumbers(firstFifty(), true);
    assertThat(of(LongStream.rangeClosed(1, 200)).numbers()).isEqualTo(expected);
    assertThat(of(LongStream.rangeClosed(1, 200).map(i -> 201 - i)).numbers()).isEqualTo(expected);
  }

  @Test
  void oneMoreThanAreKeptIsToldAsMoreAndTheSameAgainIsNot() {
    FrameLog log = of(LongStream.rangeClosed(1, FrameNumbers.MOST));
    log.add(FrameNumbers.MOST);
    assertThat(log.numbers()).isEqualTo(new FrameNumbers(firstFifty(), false));
    log.add(FrameNumbers.MOST + 1L);
    assertThat(log.numbers()).isEqualTo(new FrameNumbers(firstFifty(), true));
  }

  @Test
  void twoLogsAreJoinedWithWhatEitherLeftOut() {
    FrameLog log = of(LongStream.of(2, 4));
    log.addAll(of(LongStream.of(1, 4, 6)));
    assertThat(log.numbers()).isEqualTo(new FrameNumbers(List.of(1L, 2L, 4L, 6L), false));
    log.addAll(of(LongStream.rangeClosed(1, 60)));
    assertThat(log.numbers()).isEqualTo(new FrameNumbers(firstFifty(), true));
  }

  @Test
  void nothingIsNoFrame() {
    assertThat(new FrameLog().numbers()).isEqualTo(FrameNumbers.NONE);
  }
}
