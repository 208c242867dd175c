package dev.plumbline.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.file.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DirectionTest {
  private final StringBuilder heard = new StringBuilder();
  private final Budget budget = new Budget(1 << 20);
  private final Direction direction = new Direction(budget);
  private final Direction.Hearer hearer =
      new Direction.Hearer() {
        @Override
        public boolean said(Slice bytes) {
          heard.append(bytes.ascii());
          return true;
        }

        @Override
        public void missed() {
          heard.append('|');
        }
      };

  private void segment(int sequence, String text) {
    direction.segment(sequence, Slice.of(text.getBytes(StandardCharsets.US_ASCII)), hearer);
  }

  @Test
  void putsReorderedSegmentsInOrder() {
    direction.begin(99);
    segment(103, "def");
    segment(106, "ghi");
    segment(100, "abc");
    assertThat(heard.toString()).isEqualTo("abcdefghi");
  }

  @Test
  void ofOverlappingSegmentsTheFirstCounts() {
    direction.begin(99);
    segment(100, "abc");
    segment(101, "XXd");
    segment(100, "YYYY");
    segment(102, "ZZef");
    assertThat(heard.toString()).isEqualTo("abcdef");
  }

  @Test
  void overlapsAmongWaitingSegmentsAreCutToo() {
    direction.begin(99);
    segment(104, "efg");
    segment(102, "cdXXh");
    segment(100, "ab");
    assertThat(heard.toString()).isEqualTo("abcdXXhefg".substring(0, 7));
  }

  @Test
  void sequenceNumbersBeginAgainAfterTheLast() {
    direction.begin(-3);
    segment(-2, "ab");
    segment(2, "ef");
    segment(0, "cd");
    assertThat(heard.toString()).isEqualTo("abcdef");
  }

  @Test
  void whatNeverComesIsTold() {
    direction.begin(99);
    segment(100, "ab");
    segment(110, "kl");
    direction.flush(hearer);
    assertThat(heard.toString()).isEqualTo("ab|kl");
  }

  @Test
  void aConnectionWithoutBeginningStartsWhereItIsSeen() {
    segment(5_000, "ab");
    segment(5_002, "cd");
    assertThat(heard.toString()).isEqualTo("|abcd");
  }

  @Test
  void farAwaySegmentsAreLeftOut() {
    direction.begin(99);
    segment(100, "ab");
    segment(100 + (1 << 30), "zz");
    segment(102, "cd");
    assertThat(heard.toString()).isEqualTo("abcd");
  }

  @Test
  void doesNotWaitForEver() {
    direction.begin(99);
    for (int i = 0; i < 10_000; i++) {
      segment(1_000 + 2 * i, "x");
    }
    assertThat(heard.length()).isGreaterThan(9_000);
    direction.flush(hearer);
    assertThat(heard.toString().chars().filter(c -> c == 'x').count()).isEqualTo(10_000);
  }

  @Test
  void withoutRoomItGoesOnBehindTheGap() {
    Direction poor = new Direction(new Budget(0));
    poor.begin(99);
    poor.segment(110, Slice.of(new byte[] {'k'}), hearer);
    poor.segment(111, Slice.of(new byte[] {'l'}), hearer);
    assertThat(heard.toString()).isEqualTo("|kl");
  }

  @Test
  void goesOnBehindFourGigabytes() {
    direction.begin(99);
    byte[] much = new byte[1 << 20];
    int next = 100;
    Direction.Hearer deaf =
        new Direction.Hearer() {
          @Override
          public boolean said(Slice bytes) {
            return true;
          }

          @Override
          public void missed() {
            heard.append('|');
          }
        };
    for (int i = 0; i < 5_000; i++) {
      direction.segment(next, Slice.of(much), deaf);
      next += much.length;
    }
    segment(next + 2, "cd");
    segment(next, "ab");
    assertThat(heard.toString()).isEqualTo("abcd");
  }
}
