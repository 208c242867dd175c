package dev.plumbline.probes.publicpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextTest {
  private final PageText reader = new PageText();

  @Test
  void datesAreReadInTheirForms() {
    assertThat(
            reader.dates("2028-03-01, 31.12.2029, 5th May 2030, June 7, 2031, until October 2032"))
        .containsExactly("2028-03-01", "2029-12-31", "2030-05-05", "2031-06-07", "2032-10-31");
  }

  @Test
  void digitsThatAreNoDateAreNone() {
    assertThat(reader.dates("2028-13-45 and version 31.31.2029 and 12345 foo 2020")).isEmpty();
  }

  @Test
  void durationsAreReadInWordsAndDigits() {
    assertThat(
            reader.durations(
                "at least five years, 24 months, a 90-day period, 5 working days, 3 Jahre"))
        .containsExactly("five years", "24 months", "90-day", "5 working days", "3 Jahre");
  }

  @Test
  void addressesAreFound() {
    assertThat(reader.emails("mail psirt@maker.example, or sec@a.b.co.uk. @nobody x@y"))
        .containsExactly("psirt@maker.example", "sec@a.b.co.uk");
  }

  @Test
  void plainTextReadsMoreEasilyThanLegalText() {
    double plain =
        Readability.fleschEase(List.of("We keep your data safe. You can turn it off at any time."));
    double legal =
        Readability.fleschEase(
            List.of(
                "Notwithstanding aforementioned contractual obligations, manufacturer-designated"
                    + " representatives may unilaterally discontinue telecommunication services."));
    assertThat(plain).isGreaterThan(70);
    assertThat(legal).isLessThan(0);
    assertThat(Readability.fleschEase(List.of(""))).isZero();
  }

  @Test
  void syllablesAreVowelGroupsWithoutASilentE() {
    assertThat(Readability.syllables("make")).isEqualTo(1);
    assertThat(Readability.syllables("table")).isEqualTo(2);
    assertThat(Readability.syllables("security")).isEqualTo(4);
    assertThat(Readability.syllables("hmm")).isEqualTo(1);
  }
}
