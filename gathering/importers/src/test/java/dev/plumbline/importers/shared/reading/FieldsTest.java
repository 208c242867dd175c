package dev.plumbline.importers.shared.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void secondsMayHaveAFraction() {
    assertThat(Fields.epoch("1767607200.1239")).contains(Instant.parse("2026-01-05T10:00:00.123Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "1e400", "1e2147483647", "1e-2147483647", "-1", "9999999999999"})
  void whatIsNoMomentIsNone(String text) {
    assertThat(Fields.epoch(text)).isEmpty();
  }
}
