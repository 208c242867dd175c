package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://maker.example/page.",
        "See <http://maker.example/page>",
        "(http://maker.example/page), or ask us"
      })
  void theAddressIsReadOutOfASentence(String sentence) {
    holds(holding().rows("2-UserInfo", "{vulnerabilityPolicyUrl: '" + sentence + "'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://maker.example/page/2", "http://maker.example/pag"})
  void anotherAddressIsNotTheOneThatWasFetched(String url) {
    undetermined(
        holding().rows("2-UserInfo", "{vulnerabilityPolicyUrl: '" + url + "'}"), "was not fetched");
  }

  /** A long page that says so may speak of another one. */
  @Test
  void anApologyIsShort() {
    String gone = "{status: 200, words: %d, text: 'What you look for does not exist.'}";
    violated(page(gone.formatted(39)));
    undetermined(page(gone.formatted(40)), "seems to say that there is none");
  }

  @Test
  void aPolicyOnTheStartPageDoesNotLeadAway() {
    String start = "http://maker.example/";
    String value = "{status: 200, words: 9, final: '%s', text: 'How to report a vulnerability.'}";
    holds(
        holding()
            .rows("2-UserInfo", "{vulnerabilityPolicyUrl: '" + start + "'}")
            .seen("page.fetched", start, value.formatted(start)));
    undetermined(page(value.formatted(start)), "leads to the start page");
    holds(page(value.formatted("http://maker.example/other")));
  }
}
