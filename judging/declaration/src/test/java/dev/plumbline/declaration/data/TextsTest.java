package dev.plumbline.declaration.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void messagesAreOneLineOfPrintableCharactersAndBounded() {
    assertThat(Texts.printable("a\n\t b\u0007\u202ec")).isEqualTo("a b??c");
    assertThat(Texts.printable("x".repeat(320))).isEqualTo("x".repeat(320));
    assertThat(Texts.printable("x".repeat(321))).isEqualTo("x".repeat(320) + "…");
  }

  @Test
  void ofACellTheStartIsShown() {
    assertThat(Texts.shown(" a\n  b ")).isEqualTo("a b");
    assertThat(Texts.shown("x".repeat(80))).isEqualTo("x".repeat(80));
    assertThat(Texts.shown("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearestOrTheChoices() {
    assertThat(Texts.instead("yess", List.of("yes", "no"))).isEqualTo("Write 'yes'.");
    assertThat(Texts.instead("xyz", List.of("yes", "no"))).isEqualTo("Write one of: yes, no.");
    assertThat(Texts.instead("xyz", List.of())).isEqualTo("Remove it.");
  }

  @Test
  void twelveNamesAreListed() {
    List<String> names = IntStream.rangeClosed(1, 13).mapToObj(i -> "n" + i).toList();
    assertThat(Texts.listed(names.subList(0, 12))).endsWith("n11, n12");
    assertThat(Texts.listed(names)).endsWith("n11, n12, …");
  }

  @Test
  void wordsAreCountedAndTextsAreComparedWithoutTheirForm() {
    assertThat(Texts.words(" - ")).isZero();
    assertThat(Texts.words("Locks, after 5!")).isEqualTo(3);
    assertThat(Texts.bare("Locks, after  5!")).isEqualTo(Texts.bare("locks after 5"));
    assertThat(Texts.capital("it is so")).isEqualTo("It is so");
  }
}
