package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void plainTextStaysAsItIs() {
    assertThat(Visible.of("Größe 5 µm, 日本語 🙂")).isEqualTo("Größe 5 µm, 日本語 🙂");
  }

  @Test
  void terminalCodesAndDirectionMarksBecomeVisible() {
    assertThat(Visible.of("\u001b[31mred\u202Egnp\u0000"))
        .isEqualTo("\\u001b[31mred\\u202egnp\\u0000");
  }

  @Test
  void longTextIsCutAndSaysHowMuchIsLeftOut() {
    assertThat(Visible.of("x".repeat(10_000_000)))
        .hasSizeLessThan(2100)
        .endsWith("(9998000 more characters)");
  }

  @Test
  void aCutNeverSplitsACharacter() {
    assertThat(Visible.of("ab🙂", 3)).startsWith("ab …");
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    assertThat(Visible.of(new byte[] {'a', (byte) 0xff, 'b'}, 10)).isEqualTo("a\ufffdb");
  }
}
