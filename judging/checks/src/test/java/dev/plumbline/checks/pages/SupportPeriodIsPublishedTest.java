package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportPeriodIsPublishedTest extends PageContract {
  private static final String NAME = "Camera C1";

  @Override
  protected Check check() {
    return new SupportPeriodIsPublished();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "2-UserInfo",
            """
            publicationOfSupportPeriod: On our site, http://maker.example/page.
            supportPeriodUrl: http://maker.example/page
            supportEnds: '2031-12-31'
            """)
        .seen(
            "page.fetched",
            "http://maker.example/page",
            "{status: 200, final: 'http://maker.example/page', loginWall: false, language: en, words: 40, title: T, text: 'Support and updates for all our products; we replace it.', dates: [2031-12-31], dated: [{date: 2031-12-31, line: until 2031-12-31}], durations: []}");
  }

  @Override
  protected Scene refuted() {
    return page(
        "{status: 200, words: 9, dates: [], durations: [], text: 'Support and updates as long as it makes sense; we replace it.'}");
  }

  @Override
  protected String refutedBy() {
    return "page.fetched";
  }

  @Override
  protected List<String> fields() {
    return List.of("2-UserInfo supportPeriodUrl");
  }

  @Override
  String url() {
    return "http://maker.example/page";
  }

  @Test
  void aPageWithoutAnyTimeContradictsThePublication() {
    assertThat(contradiction(refuted())).startsWith("ixit/2-UserInfo.yaml:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dates: [2030-01-01]",
        "dates: [2031-12-31, 2033-01-01]",
        "dates: [], durations: [5 years]",
        "dates: [], text: 'Updates until the end of 2031, we replace it.'"
      })
  void anyOtherTimeIsComparedByAPerson(String dates) {
    String text = dates.contains("text:") ? "" : ", text: 'Updates; support; we replace it.'";
    undetermined(page("{status: 200, words: 9, " + dates + text + "}"), "a person compares");
  }

  @Test
  void theDayOfTheLastChangeDoesNotMatter() {
    holds(
        page(
            "{status: 200, words: 9, text: 'Support, updates; we replace it. All products.', dates: [2026-01-01, 2031-12-31], dated: [{date: 2026-01-01, line: changed on 2026-01-01}, {date: 2031-12-31, line: until 2031-12-31}]}"));
  }

  @Test
  void theDateOfAnotherModelIsNotTaken() {
    assertThat(
            violated(
                    dated(
                        "Support and updates",
                        "Hub 9 gets updates until 2031-12-31",
                        "{name} ended on 2025-06-30"))
                .reason())
        .contains("2025-06-30", "declares 2031-12-31");
    undetermined(
        dated("Support and updates, {name}", "Hub 9 gets updates until 2031-12-31"), "whose it is");
    undetermined(dated("Support and updates", "until 2031-12-31"), "whose it is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name} gets updates until 2031-12-31",
        "Updates for {name}: 2031-12-31",
        "{name} | 2031-12-31",
        "{name}: mises à jour jusqu’au 2031-12-31"
      })
  void theDateBesideTheProductIsItsOwn(String line) {
    holds(dated("Support and updates", line, "Hub 9 ended on 2025-06-30"));
    holds(dated("Support and updates", line, "Changed on 2026-01-01"));
  }

  @Test
  void aRowOfATableIsReadWithItsHeading() {
    String table =
        "{status: 200, words: 9, text: \"Support and updates\\nProduct | %s\\nHub 9 | 2031-12-31\\nCamera C1 | 2027-06-30\","
            + " dates: [2027-06-30, 2031-12-31], dated: [{date: 2031-12-31, line: 'Hub 9 | 2031-12-31'},"
            + " {date: 2027-06-30, line: 'Camera C1 | 2027-06-30'}]}";
    assertThat(violated(page(table.formatted("Security updates until"))).reason())
        .contains("2027-06-30", "declares 2031-12-31");
    undetermined(page(table.formatted("On sale since")), "a person compares");
  }

  private Scene dated(String text, String... lines) {
    String all =
        Stream.of(lines)
            .map(l -> l.replace("{name}", NAME))
            .map(
                l ->
                    "{date: "
                        + l.replaceAll(".*(20\\d\\d-\\d\\d-\\d\\d).*", "$1")
                        + ", line: '"
                        + l
                        + "'}")
            .collect(Collectors.joining(", "));
    String dates = all.replaceAll("\\{date: ([\\d-]+), line: '[^']*'\\}", "$1");
    return page(
        "{status: 200, words: 9, text: '"
            + text.replace("{name}", NAME)
            + "; we replace it.', dates: ["
            + dates
            + "], dated: ["
            + all
            + "]}");
  }
}
