package dev.plumbline.probes.bruteforceresistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private static Guesses of(long... delaysMs) {
    Guesses guesses = new Guesses();
    for (long d : delaysMs) {
      guesses.add(Duration.ofMillis(d));
    }
    return guesses;
  }

  @Test
  void evenAnswersAreNotSlowed() {
    assertThat(of(20, 22, 19, 25, 21, 20, 23, 24).slowed()).isFalse();
  }

  @Test
  void anEvenDelayFromTheStartIsNotSlowed() {
    assertThat(of(2000, 2010, 1990, 2005, 2000, 2001).slowed()).isFalse();
  }

  @Test
  void doublingIsSlowed() {
    assertThat(of(100, 200, 400, 800, 1600, 3200).slowed()).isTrue();
  }

  @Test
  void oneSlowAnswerIsChance() {
    assertThat(of(20, 22, 19, 25, 21, 20, 23, 4000).slowed()).isFalse();
  }

  @Test
  void aFewMillisecondsMoreAreNoSlowDown() {
    assertThat(of(2, 2, 3, 3, 30, 40, 40, 50).slowed()).isFalse();
  }

  @Test
  void theAnswersBeforeTheSlowDownAreCounted() {
    assertThat(of(20, 25, 19, 22, 20, 270, 520, 770, 1020).evenAnswers()).isEqualTo(5);
    assertThat(of(190, 25, 19, 22, 20, 270, 520, 770, 1020).evenAnswers()).isEqualTo(5);
    assertThat(of(20, 25, 400, 22, 20, 270, 520).evenAnswers()).isEqualTo(5);
    assertThat(of(20, 25, 30).evenAnswers()).isEqualTo(3);
  }

  @Test
  void threeAnswersAreTooFew() {
    assertThat(of(10, 1000, 5000).slowed()).isFalse();
  }
}
