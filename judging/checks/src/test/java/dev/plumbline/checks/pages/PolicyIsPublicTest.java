package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyIsPublicTest extends PageContract {
  @Override
  protected Check check() {
    return new PolicyIsPublic();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "2-UserInfo",
            """
            publicationOfVulnerabilityDisclosurePolicy: On our site, http://maker.example/page.
            vulnerabilityPolicyUrl: http://maker.example/page
            """)
        .seen(
            "page.fetched",
            "http://maker.example/page",
            "{status: 200, final: 'http://maker.example/page', loginWall: false, language: en, words: 40, title: T, text: 'How to report a vulnerability.'}");
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
    return List.of("2-UserInfo vulnerabilityPolicyUrl");
  }

  @Override
  String url() {
    return "http://maker.example/page";
  }

  @Test
  void aMissingPageContradictsThePublication() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/2-UserInfo.yaml:1:45: On our site, http://maker.example/page.");
  }
}
