package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class BoundedPatternTest {
  @Test
  void itFindsWhatAnExpressionFinds() {
    BoundedPattern pattern = BoundedPattern.compile("(\\w+)=(\\d+)");
    Matcher m = pattern.matcher("a=1, bc=22");
    assertThat(m.replaceAll("$2")).isEqualTo("1, 22");
    assertThat(BoundedPattern.compile(",\\s*").split("a, b,c")).containsExactly("a", "b", "c");
    assertThat(BoundedPattern.compile("x", BoundedPattern.CASE_INSENSITIVE).asPredicate().test("X"))
        .isTrue();
  }

  @Test
  void whatWouldTakeMinutesIsEnded() {
    Matcher squares = BoundedPattern.compile("([a-z][a-z.]*)/\\d").matcher("a.".repeat(50_000));
    assertThatThrownBy(squares::find).isInstanceOf(TooMuchWorkException.class);
  }

  @Test
  void theSameTextIsEndedAtTheSamePlaceOnEveryMachine() {
    BoundedText text = BoundedText.of("a".repeat(1_000), 50);
    for (int i = 0; i < 50; i++) {
      assertThat(text.charAt(i)).isEqualTo('a');
    }
    assertThatThrownBy(() -> text.charAt(50)).isInstanceOf(TooMuchWorkException.class);
    assertThat(text.looks()).isEqualTo(51);
  }

  @Test
  void aThreadThatIsToStopStopsInAMatch() {
    Thread.currentThread().interrupt();
    try {
      Matcher m = BoundedPattern.compile("b").matcher("a".repeat(200_000));
      assertThatThrownBy(m::find).isInstanceOf(TooMuchWorkException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
