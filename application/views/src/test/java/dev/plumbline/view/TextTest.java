package dev.plumbline.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void whatCouldDriveATerminalOrHideIsWrittenOut() {
    assertThat(Text.safe("\u001b[2J \u009b \u007f \u202e \u2028 \ud800 \ud83d\ude00"))
        .isEqualTo("\\u001b[2J \\u009b \\u007f \\u202e \\u2028 \\ud800 \ud83d\ude00");
  }
}
