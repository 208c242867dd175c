package dev.plumbline.checks.pages;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;

class SupportPeriodPageIsPublicTest extends PageContract {
  @Override
  protected Check check() {
    return new SupportPeriodPageIsPublic();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "2-UserInfo",
            """
            publicationOfSupportPeriod: On our site, http://maker.example/page.
            supportPeriodUrl: http://maker.example/page
            """)
        .seen(
            "page.fetched",
            "http://maker.example/page",
            "{status: 200, final: 'http://maker.example/page', loginWall: false, language: en, words: 40, title: T, text: 'Support until 2031.'}");
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
    return List.of("2-UserInfo supportPeriodUrl");
  }

  @Override
  String url() {
    return "http://maker.example/page";
  }
}
