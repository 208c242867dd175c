package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
  /** SHA-256 of "abc", from FIPS 180-4. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void textsAndStreamsHaveTheDigestOfTheStandard() throws IOException {
    assertThat(Digest.of("abc")).hasToString(ABC);
    assertThat(Digest.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Digest(ABC));
    assertThat(Digest.of("abc").shortForm()).isEqualTo("ba7816bf8f01");
  }

  @Test
  void aStreamLongerThanOneReadIsReadWhole() throws IOException {
    byte[] many = new byte[200_000];
    assertThat(Digest.of(new ByteArrayInputStream(many))).isEqualTo(Digest.of(many));
  }

  @Test
  void partsCannotRunTogether() {
    assertThat(
            Stream.of(
                    List.of("ab", "c"),
                    List.of("a", "bc"),
                    List.of("abc"),
                    List.of("abc", ""),
                    List.of("1:a2:bc"),
                    List.of("c", "ab"))
                .map(Digest::ofParts))
        .doesNotHaveDuplicates();
    assertThat(Digest.ofParts(List.of("ab", "c"))).isEqualTo(Digest.of("2:ab1:c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ba78", "G", "BA7816BF"})
  void whatIsNoDigestIsRefused(String start) {
    String text = start.length() < 2 ? start.repeat(64) : start;
    assertThatThrownBy(() -> new Digest(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", ":", "`", "g", "A"})
  void onlyLowerCaseHexCounts(String letter) {
    assertThatThrownBy(() -> new Digest(ABC.substring(1) + letter))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEndsOfBothRangesAreDigits() {
    assertThat(new Digest("09af".repeat(16)).hex()).hasSize(64);
    assertThatThrownBy(() -> new Digest(ABC + "0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void digestsAreOrderedByTheirDigits() {
    assertThat(new Digest("0".repeat(64))).isLessThan(new Digest(ABC));
    assertThat(new Digest("f".repeat(64))).isGreaterThan(new Digest(ABC));
  }
}
