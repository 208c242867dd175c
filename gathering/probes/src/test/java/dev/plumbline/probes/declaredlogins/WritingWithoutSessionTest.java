package dev.plumbline.probes.declaredlogins;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form login beside settings that only a session reads, as JSON. */
class WritingWithoutSessionTest {
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String SETTINGS = "{\"name\":\"hub\",\"tunnel\":true}";
  private static final String STAYS = "<input type=checkbox name=remember value=1>";

  private static WebDevice device(String settings, Function<Request, String> more) {
    return new WebDevice(
        r -> {
          String answer = more.apply(r);
          if (!answer.isEmpty()) {
            return answer;
          }
          if (r.path().equals("/login") && r.body().contains("right-horse-7")) {
            String stays = r.body().contains("remember=1") ? "Set-Cookie: keep=b3duZXI=\r\n" : "";
            return answer(
                "303 See Other", "Location: /settings\r\nSet-Cookie: sid=7be84a66\r\n" + stays, "");
          }
          if (r.path().equals("/login")) {
            return html(
                "<form method=post action=/login><input name=user><input name=p type=password>"
                    + STAYS
                    + "</form>");
          }
          return r.header("cookie").contains("sid=7be84a66") && r.path().equals("/settings")
              ? answer("200 OK", JSON, settings)
              : redirect("/login");
        });
  }

  private static LoginSession tried(WebDevice device) {
    try (Peer peer = Peer.at("127.77.29.4", device)) {
      String at = peer.endpoint().toString();
      return ProbeTrial.against(peer.endpoint())
          .given("service.identified", at, Map.of("protocol", "http", "tls", false))
          .given(
              "login.mechanism",
              at,
              Map.of("kind", "http-form", "path", "/login", "password", true, "clearText", true))
          .given("http.surface", at, Map.of("guarded", List.of("/settings")))
          .credential("owner", "owner", "right-horse-7")
          .run(new DeclaredLoginsProbe())
          .one("login.session")
          .as(LoginSession.class)
          .orElseThrow();
    }
  }

  private static boolean writes(Request r, String method) {
    return r.method().equals(method)
        && r.path().equals("/settings")
        && r.header("cookie").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PUT,200 OK", "PATCH,204 No Content", "POST,204 No Content"})
  void writingThatNeedsNoSessionIsFound(String method, String status) {
    WebDevice device =
        device(
            SETTINGS,
            r ->
                writes(r, method)
                    ? answer(
                        status,
                        JSON,
                        status.startsWith("2") && method.equals("PUT") ? r.body() : "")
                    : "");
    assertThat(tried(device).forged())
        .containsExactly(
            new LoginSession.Forged("none", method + " of what a session reads", "/settings"));
    assertThat(device.requests())
        .filteredOn(r -> writes(r, method))
        .allSatisfy(r -> assertThat(r.body()).isEqualTo(SETTINGS));
  }

  @Test
  void aServerThatRefusesInASoundWayIsNotFound() {
    for (String refusal :
        List.of(
            redirect("/login"),
            answer("401 No", JSON, "{\"error\":\"log in\"}"),
            answer("200 OK", JSON, "{\"error\":\"log in\"}"),
            answer("405 Not Allowed", JSON, ""))) {
      LoginSession session =
          tried(device(SETTINGS, r -> writes(r, "PUT") || writes(r, "POST") ? refusal : ""));
      assertThat(session.forged()).isEmpty();
      assertThat(session.tried()).contains("PUT of what a session reads");
    }
  }

  @Test
  void aServerThatAnswersEveryWriteAlikeIsNotFound() {
    WebDevice device =
        device(SETTINGS, r -> r.method().equals("PUT") ? answer("204 No Content", "", "") : "");
    assertThat(tried(device).forged()).isEmpty();
  }

  @Test
  void aDocumentWithMaskedValuesIsNotSentBack() {
    WebDevice device = device("{\"name\":\"hub\",\"psk\":\"********\"}", r -> "");
    assertThat(tried(device).forged()).isEmpty();
    assertThat(device.requests()).noneMatch(r -> r.method().equals("PUT"));
  }

  /** The box for being remembered is ticked, and its cookie is made of the name alone. */
  @Test
  void aCookieForTheNextVisitThatIsMadeOfTheNameIsFound() {
    WebDevice device =
        device(
            SETTINGS,
            r ->
                r.header("cookie").equals("keep=b3duZXI=") && r.path().equals("/settings")
                    ? answer("200 OK", JSON, SETTINGS)
                    : "");
    assertThat(tried(device).forged())
        .contains(new LoginSession.Forged("cookie keep", "the user name in Base64", "/settings"));
  }

  private static final String CALL = "{\"id\":1,\"method\":\"network.get\"}";

  private static WebDevice calling(boolean guarded) {
    String script =
        "<script>fetch('/rpc',{method:'POST',body:JSON.stringify({id:1,method:'network.get'})})";
    return device(
        SETTINGS,
        r -> {
          boolean session = r.header("cookie").contains("sid=7be84a66");
          if (r.path().equals("/") && session) {
            return html(script);
          }
          return r.path().equals("/rpc") && (session || !guarded)
              ? r.body().equals(CALL)
                  ? answer("200 OK", JSON, "{\"id\":1,\"result\":{\"ssid\":\"home\"}}")
                  : answer("404 Not Found", "", "")
              : "";
        });
  }

  @Test
  void aCallThatOnlyAPageBehindTheLoginShowsAndThatAnybodyMaySendIsFound() {
    assertThat(tried(calling(false)).forged())
        .containsExactly(new LoginSession.Forged("none", "POST of " + CALL, "/rpc"));
  }

  @Test
  void aCallThatWantsTheSessionIsNotFound() {
    LoginSession session = tried(calling(true));
    assertThat(session.forged()).isEmpty();
    assertThat(session.tried()).contains("a call that a page behind the login shows");
  }
}
