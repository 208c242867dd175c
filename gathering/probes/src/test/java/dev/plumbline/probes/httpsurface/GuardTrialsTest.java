package dev.plumbline.probes.httpsurface;

import static dev.plumbline.probes.httpsurface.Told.JSON;
import static dev.plumbline.probes.httpsurface.Told.LOGIN;
import static dev.plumbline.probes.httpsurface.Told.SETTINGS;
import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guarded path that opens in another way is told. */
class GuardTrialsTest {
  @ParameterizedTest
  @ValueSource(strings = {"/settings;.css", "//settings", "/static/..%2fsettings", "/%73ettings"})
  void anotherSpellingThatOpensAGuardedPathIsTold(String spelled) {
    Told told =
        Told.of(r -> r.path().equals(spelled) ? answer("200 OK", JSON, "{\"name\":\"gate\"}") : "");
    assertThat(told.at("/settings")).singleElement().asString().contains("configuration as ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/settings?x=/help", "/settings?/help", "/pub/..%2fsettings"})
  void aPublicPlaceBesideAGuardedPathThatOpensItIsTold(String asked) {
    Told told =
        Told.of(
            r ->
                switch (r.path()) {
                  case "/login" -> html("<a href=/help>?</a><a href=/pub/a.txt>a</a>" + LOGIN);
                  case "/help", "/pub/a.txt" -> html("<h1>How to</h1> of " + r.path());
                  default ->
                      r.path().equals(asked) ? answer("200 OK", JSON, "{\"name\":\"gate\"}") : "";
                });
    assertThat(told.at("/settings")).containsExactly("/settings configuration as " + asked);
  }

  @Test
  void whatTheServerShowsUnderANameOfTheDeviceIsTold() {
    Told told =
        Told.of(
            r -> {
              boolean named = r.header("host").startsWith("gate.local");
              return switch (r.path()) {
                case "/settings" ->
                    named ? answer("200 OK", JSON, SETTINGS) : redirect("https://gate.local/");
                default -> r.path().startsWith("/pl-") ? redirect("https://gate.local/") : "";
              };
            });
    assertThat(told.at("/settings"))
        .singleElement()
        .asString()
        .contains("under the name gate.local", "Wi-Fi key");
  }

  /** Some firmware makes the session before the login, and forgets to ask who it is. */
  @Test
  void aCookieOfTheLoginPageThatOpensAGuardedPathIsTold() {
    Told told =
        Told.of(
            r ->
                switch (r.path()) {
                  case "/login" -> answer("200 OK", "Set-Cookie: sid=7f3a; HttpOnly\r\n", LOGIN);
                  case "/settings" ->
                      r.header("cookie").equals("sid=7f3a")
                          ? answer("200 OK", JSON, "{\"name\":\"gate\"}")
                          : "";
                  default -> "";
                });
    assertThat(told.at("/settings"))
        .containsExactly("/settings configuration with the cookies set without a login");
  }

  @Test
  void anotherMethodThatOpensAGuardedPathIsTold() {
    Told told =
        Told.of(
            r ->
                r.path().equals("/settings") && r.method().equals("POST")
                    ? answer("200 OK", JSON, "{\"name\":\"gate\"}")
                    : "");
    assertThat(told.at("/settings")).containsExactly("/settings configuration by POST");
  }

  @Test
  void aServerThatTakesEverySpellingOfEveryPathOpensNothing() {
    Told told =
        Told.of(
            r ->
                r.path().matches("[^?]*[;%][^?]*")
                    ? answer("200 OK", JSON, "{\"hint\":\"odd path\",\"ask\":\"label\"}")
                    : "");
    assertThat(told.open()).containsExactly("/login login");
  }

  @Test
  void noMoreThanTwentyCookiesAreSentBack() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      many.append("Set-Cookie: c").append(i).append("=1\r\n");
    }
    Told told =
        Told.of(r -> r.path().equals("/login") ? answer("200 OK", many.toString(), LOGIN) : "");
    assertThat(told.device().requests())
        .noneMatch(r -> r.header("cookie").contains("c20="))
        .anyMatch(r -> r.header("cookie").contains("c19=1"));
  }
}
