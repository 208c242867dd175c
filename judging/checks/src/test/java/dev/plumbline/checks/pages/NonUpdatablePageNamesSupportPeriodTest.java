package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonUpdatablePageNamesSupportPeriodTest extends PageContract {
  @Override
  protected Check check() {
    return new NonUpdatablePageNamesSupportPeriod();
  }

  @Override
  protected Scene holding() {
    return Scene.of(EditionId.named("2.1.1"))
        .rows(
            "2-UserInfo",
            """
            publicationOfNonUpdatable: On our site, http://maker.example/page.
            nonUpdatableUrl: http://maker.example/page
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
    return List.of("2-UserInfo nonUpdatableUrl");
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
}
