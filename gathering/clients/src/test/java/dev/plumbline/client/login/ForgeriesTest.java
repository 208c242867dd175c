package dev.plumbline.client.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForgeriesTest {
  private static final Instant LOGIN = Instant.parse("2026-11-24T12:00:00Z");
  private static final Forgeries FORGERIES = new Forgeries("admin", LOGIN, List.of());

  private static List<String> hows(String token) {
    return FORGERIES.of(token, Optional.empty()).stream().map(Forgeries.Forgery::how).toList();
  }

  @Test
  void aTokenOfUserAndSecondIsRecognisedWithAndWithoutPadding() {
    byte[] text = ("admin:" + (LOGIN.getEpochSecond() + 1)).getBytes(StandardCharsets.UTF_8);
    assertThat(hows(Base64.getEncoder().encodeToString(text)))
        .contains("the Base64 of the user name and the second of the login");
    assertThat(hows(Base64.getEncoder().withoutPadding().encodeToString(text)))
        .contains("the Base64 of the user name and the second of the login");
  }

  /** A device chooses its token; it is held against two thousand forms. */
  @Test
  void aTokenOfEqualsSignsCostsNoTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(hows("=".repeat(30_000) + "x")).contains("an invented token"));
  }
}
