package dev.plumbline.checks.pages;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;

class SensorDocumentationIsPublicTest extends PageContract {
  @Override
  protected Check check() {
    return new SensorDocumentationIsPublic();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "2-UserInfo",
            """
            documentationOfSensors: On our site, http://maker.example/page.
            sensorsUrl: http://maker.example/page
            """)
        .seen(
            "page.fetched",
            "http://maker.example/page",
            "{status: 200, final: 'http://maker.example/page', loginWall: false, language: en, words: 40, title: T, text: 'It has a sensor for light.'}");
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
    return List.of("2-UserInfo sensorsUrl");
  }

  @Override
  String url() {
    return "http://maker.example/page";
  }
}
