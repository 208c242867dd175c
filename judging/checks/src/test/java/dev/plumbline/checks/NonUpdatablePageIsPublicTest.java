package dev.plumbline.checks;

import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonUpdatablePageIsPublicTest extends PageContract {
  @Override
  Check check() {
    return new NonUpdatablePageIsPublic();
  }

  @Override
  Scene holding() {
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
  Scene refuted() {
    return page("{status: 404}");
  }

  @Override
  String refutedBy() {
    return "page.fetched";
  }

  @Override
  List<String> fields() {
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
