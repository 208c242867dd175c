package dev.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FoldedTextTest {

  @Test
  void everyCharacterIsFoldedAsUnicodeSays() {
    for (int c = 0; c < 0x3000; c++) {
      if (Character.isSurrogate((char) c)) {
        continue;
      }
      String lower = Character.toString(c).toLowerCase(Locale.ROOT);
      StringBuilder kept = new StringBuilder();
      lower.codePoints().filter(FoldedTextTest::isOfWord).forEach(kept::appendCodePoint);

      assertThat(FoldedText.of("a " + Character.toString(c)).folded().replace(" ", ""))
          .as("U+%04X", c)
          .isEqualTo("a" + kept);
    }
  }

  @Test
  void theRestIsOneBlank() {
    FoldedText text = FoldedText.of("  Wi-Fi (802.11) - and/or\tBluetooth.");

    assertThat(text.folded()).isEqualTo("wi fi 802 11 and/or bluetooth");
    assertThat(text.words()).containsExactly("wi", "fi", "802", "11", "and/or", "bluetooth");
    assertThat(text.size()).isEqualTo(6);
    assertThat(text.text()).startsWith("  Wi-Fi");
  }

  @Test
  void aFoldedTextStaysAsItIs() {
    for (String text : new String[] {"Straße ΑΣ İX", "不适用（仅限本地）", "N/A -- tbd…", ""}) {
      String once = FoldedText.of(text).folded();

      assertThat(FoldedText.of(once).folded()).isEqualTo(once);
    }
  }

  private static boolean isOfWord(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || c == '/'
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
