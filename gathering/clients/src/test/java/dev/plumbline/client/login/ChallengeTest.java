package dev.plumbline.client.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  @Test
  void severalChallengesOfOneLineAreTold() {
    assertThat(
            Challenge.parse(
                List.of("Basic realm=\"a, b\", Digest realm=\"x\", qop=\"auth\", nonce=n==")))
        .containsExactly(
            new Challenge("basic", Map.of("realm", "a, b")),
            new Challenge("digest", Map.of("realm", "x", "qop", "auth", "nonce", "n==")));
  }

  @Test
  void aChallengeWithoutParametersIsOne() {
    assertThat(Challenge.parse(List.of("Negotiate")))
        .containsExactly(new Challenge("negotiate", Map.of()));
  }

  @Test
  void nonsenseIsNone() {
    assertThat(Challenge.parse(List.of("", "=====", "\"\"\""))).isEmpty();
  }

  @Test
  void theAnswerWithoutQopIsThatOfRfc2069() {
    // The example of RFC 2069, with the response that its errata give.
    Challenge c =
        new Challenge(
            "digest",
            Map.of("realm", "testrealm@host.com", "nonce", "dcd98b7102dd2f0e8b11d0f600bfb0c093"));
    assertThat(HttpDigestLogin.answer(c, "GET", "/dir/index.html", "Mufasa", "CircleOfLife"))
        .contains("response=\"1949323746fe6a43ef61f9606e7febea\"");
  }

  @Test
  void aStaleChallengeSaysNothingOfThePassword() {
    assertThat(Challenge.isStale(List.of("Digest realm=\"a\", nonce=\"n\", stale=TRUE"))).isTrue();
    assertThat(Challenge.isStale(List.of("Digest realm=\"a\", nonce=\"n\", stale=\"true\"")))
        .isTrue();
    assertThat(Challenge.isStale(List.of("Digest realm=\"a\", nonce=\"n\", stale=false")))
        .isFalse();
    assertThat(Challenge.isStale(List.of("Digest realm=\"stale=true\", nonce=\"n\""))).isFalse();
    assertThat(Challenge.isStale(List.of())).isFalse();
  }
}
