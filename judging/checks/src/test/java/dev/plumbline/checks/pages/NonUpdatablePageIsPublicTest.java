package dev.plumbline.checks.pages;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonUpdatablePageIsPublicTest extends PageContract {
  @Override
  protected Check check() {
    return new NonUpdatablePageIsPublic();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "2-UserInfo",
            """
            publicationOfNonUpdatable: On our site, http://maker.example/page.
            nonUpdatableUrl: http://maker.example/page
            """)
        .seen(
            "page.fetched",
            "http://maker.example/page",
            "{status: 200, final: 'http://maker.example/page', loginWall: false, language: en, words: 40, title: T, text: 'No updates for the radio; we replace it.'}");
  }

  @Override
  protected Scene refuted() {
    return page("{status: 404}");
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
  void aPageWithoutTheReplacementIsHalfOfIt() {
    undetermined(
        page("{status: 200, words: 9, text: 'No updates for the radio.'}"),
        "replacement of hardware");
  }
}
