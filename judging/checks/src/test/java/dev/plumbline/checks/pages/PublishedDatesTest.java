package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.page.PageFetched.Dated;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose end of support the dates of a page are. */
class PublishedDatesTest {
  private static final String DECLARED = "2031-12-31";
  private static final String OTHER = "2027-06-30";
  private static final String OWN_ROW = "Camera C1 | " + OTHER;

  /** A page with this text, whose lines with a date are these. */
  private static PublishedDates page(String text, String... lines) {
    List<Dated> dated =
        Stream.of(lines)
            .map(l -> new Dated(l.replaceAll(".*(20\\d\\d-\\d\\d-\\d\\d).*", "$1"), l))
            .toList();
    return new PublishedDates(dated, List.of("camera", "c1"), text);
  }

  private static boolean isOwn(String text, String... lines) {
    return page(text, lines).isOfThisProduct(DECLARED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Camera: 2031-12-31", "The CAMERA gets updates until 2031-12-31"})
  void aDateBesideTheNameIsOfTheProduct(String line) {
    assertThat(isOwn("", line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Camera-Pro 7: 2031-12-31",
        "Cameras: 2031-12-31",
        "C1a: 2031-12-31",
        "Hub 9 until 2031-12-31"
      })
  void aNameWithinAnotherWordIsNotThatOfTheProduct(String line) {
    assertThat(isOwn("", line)).isFalse();
  }

  @Test
  void aDateThatNamesNoProductIsOfTheOneThatThePageIsAbout() {
    String line = "Updates until 2031-12-31";
    assertThat(isOwn("Support of the Camera", line)).isTrue();
    assertThat(isOwn("Support of all our products", line)).isTrue();
    assertThat(isOwn("Support", line)).isFalse();
    assertThat(isOwn("Support of the Camera", "Hub 9 until 2031-12-31")).isFalse();
  }

  @Test
  void onAPageOnWhichSomethingEndedADateWithoutANameIsNobodys() {
    String line = "Updates until 2031-12-31";
    assertThat(isOwn("The Camera", line, "It ended on 2025-06-30")).isFalse();
    assertThat(isOwn("The Camera", line, "Changed: 2025-06-30")).isTrue();
    assertThat(isOwn("The Camera", line, "Camera: until 2031-12-31", "It ended on 2025-06-30"))
        .isTrue();
  }

  @Test
  void aDateThatStandsNowhereIsNotOfTheProduct() {
    assertThat(isOwn("The Camera")).isFalse();
    assertThat(isOwn("The Camera", "Updates until 2027-06-30")).isFalse();
    assertThat(isOwn("The Camera", "Camera: 2027-06-30")).isFalse();
  }

  @Test
  void aProductWithoutANameStandsInNoLine() {
    Dated dated = new Dated(DECLARED, "Hub 9: " + DECLARED);
    PublishedDates nameless = new PublishedDates(List.of(dated), List.of("", " "), "Support");
    assertThat(nameless.isOfThisProduct(DECLARED)).isFalse();
    assertThat(nameless.otherEnd(OTHER)).isEmpty();
  }

  @Test
  void anotherEndCountsWhereTheDeclaredOneIsNotGiven() {
    String other = "The Camera gets updates until " + OTHER;
    assertThat(page("", other).otherEnd(DECLARED)).contains(other);
    assertThat(page("", other, "Camera: " + DECLARED).otherEnd(DECLARED)).isEmpty();
    assertThat(page("", other, "Hub 9: " + DECLARED).otherEnd(DECLARED)).contains(other);
    assertThat(page("", "Hub 9 until " + OTHER).otherEnd(DECLARED)).isEmpty();
    assertThat(page("", "Camera, on sale since: " + OTHER).otherEnd(DECLARED)).isEmpty();
  }

  private static PublishedDates table(String... rows) {
    return page(String.join("\n", rows), OWN_ROW);
  }

  @Test
  void aCellIsReadWithTheHeadingOfItsColumn() {
    assertThat(table("Support", "Product | Updates until", "Hub 9 | -", OWN_ROW).otherEnd(DECLARED))
        .contains(OWN_ROW);
    assertThat(table("Product | Updates until", OWN_ROW).otherEnd(DECLARED)).contains(OWN_ROW);
    assertThat(table("Product | On sale since", OWN_ROW).otherEnd(DECLARED)).isEmpty();
    assertThat(table("Updates until | Product", OWN_ROW).otherEnd(DECLARED)).isEmpty();
  }

  /** Rows of another width belong to another table. */
  @Test
  void theHeadingIsTheFirstRowOfTheSameTable() {
    assertThat(
            table("Product | Updates until", "A | b | c", "Product | Since", OWN_ROW)
                .otherEnd(DECLARED))
        .isEmpty();
    assertThat(table("Updates until", OWN_ROW).otherEnd(DECLARED)).isEmpty();
    assertThat(table("Product | Updates until").otherEnd(DECLARED)).isEmpty();
  }

  @Test
  void aRowWithADateIsNoHeading() {
    String first = "Updates until 2030-01-01 | Updates until";
    assertThat(page(first + "\n" + OWN_ROW, first, OWN_ROW).otherEnd(DECLARED)).isEmpty();
  }
}
