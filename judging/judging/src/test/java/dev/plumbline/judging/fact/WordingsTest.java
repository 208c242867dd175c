package dev.plumbline.judging.fact;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordingsTest {
  @Test
  void aFileThatIsNotShippedIsADefectOfTheRelease() {
    assertThatThrownBy(() -> Wordings.beside(WordingsTest.class, "nowhere.yaml"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere.yaml");
  }
}
