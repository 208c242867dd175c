package dev.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EditionIdTest {
  private static final EditionId OLDER = EditionId.named("2.1.1");
  private static final EditionId NEWER = EditionId.named("3.1.3");

  @Test
  void editionsAreThoseOfTheIndexOldestFirst() {
    assertThat(EditionId.all()).containsExactly(OLDER, NEWER);
    assertThat(EditionId.preset()).isEqualTo(NEWER);
    assertThat(EditionId.choices()).isEqualTo("3.1.3 or 2.1.1");
    assertThat(OLDER.testVersion()).isEqualTo("1.1.1");
  }

  @Test
  void anEditionFollowsTheOneInWhoseNumbersItTellsWhereItsPartsComeFrom() {
    assertThat(NEWER.follows(OLDER)).isTrue();
    assertThat(OLDER.follows(NEWER)).isFalse();
    assertThat(NEWER.follows(NEWER)).isFalse();
    assertThat(OLDER.successors()).containsExactly(NEWER);
    assertThat(EditionMoves.between(OLDER, NEWER)).isEqualTo(EditionMoves.between(NEWER, OLDER));
    assertThat(EditionMoves.between(NEWER, NEWER)).isEmpty();
  }

  @Test
  void aVersionThatThereIsNotIsRefused() {
    assertThat(EditionId.of("9.9.9")).isEmpty();
    assertThatThrownBy(() -> EditionId.named("9.9.9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9.9.9");
  }
}
