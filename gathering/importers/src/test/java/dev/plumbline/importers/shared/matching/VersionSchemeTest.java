package dev.plumbline.importers.shared.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSchemeTest {
  private static void before(VersionScheme scheme, String one, String other) {
    assertThat(scheme.compare(one, other).orElseThrow()).isNegative();
    assertThat(scheme.compare(other, one).orElseThrow()).isPositive();
    assertThat(scheme.compare(one, one)).isEqualTo(OptionalInt.of(0));
  }

  /** Examples of semver.org and of ordinary releases. */
  @ParameterizedTest
  @CsvSource({
    "1.2.9, 1.2.10",
    "1.0.0-alpha, 1.0.0-alpha.1",
    "1.0.0-alpha.1, 1.0.0-alpha.beta",
    "1.0.0-beta.2, 1.0.0-beta.11",
    "1.0.0-rc.1, 1.0.0",
    "1.9, 1.10.0",
    "2024.10, 2025.01"
  })
  void numbersAreOrderedAsSemanticVersioningSays(String one, String other) {
    before(VersionScheme.NUMBERS, one, other);
  }

  /** Pairs whose order dpkg --compare-versions gives. */
  @ParameterizedTest
  @CsvSource({
    "1.0~rc1-1, 1.0-1",
    "1.0-1, 1.0-1+deb12u1",
    "1.0-1+deb12u1, 1.0-2",
    "9.9-1, 1:0.1-1",
    "1.2.9-1, 1.2.10-1",
    "1.0, 1.0a",
    "1.0a, 1.0+b"
  })
  void debianVersionsAreOrderedAsDpkgDoes(String one, String other) {
    before(VersionScheme.DEBIAN, one, other);
  }

  @ParameterizedTest
  @CsvSource({"1.1.1k, 1.1.1l", "r123, r124", "'', 1.0"})
  void anUnknownOrderIsNoOrder(String one, String other) {
    assertThat(VersionScheme.NUMBERS.compare(one, other)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, AFFECTED",
    "1.4, AFFECTED",
    "1.5, NOT_AFFECTED",
    "0.9, NOT_AFFECTED",
    "1.4b, UNKNOWN",
    "'', UNKNOWN"
  })
  void aRangeHoldsItsBeginningAndNotItsEnd(String version, AffectedStatus answer) {
    Range range = new Range("1.0", true, "1.5", false);
    assertThat(Range.any(List.of(range), version, VersionScheme.NUMBERS)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"1.0, UNKNOWN"})
  void noRangeIsNoAnswer(String version, AffectedStatus answer) {
    assertThat(Range.any(List.of(), version, VersionScheme.NUMBERS)).isEqualTo(answer);
  }
}
