package dev.plumbline.probes.declaredlogins;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.observation.login.LoginSession.Forged;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A device that sends everybody without a session to the login, and may do what was asked. */
class ChangingWithoutSessionTest {
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String CHANGED_FORM = "POST of a form that a session reads";

  private final AtomicReference<String> name = new AtomicReference<>("hub");

  /**
   * @param own the header in which it wants its token; a cookie where it is empty
   * @param writes requests that it takes the name from
   */
  private WebDevice device(String own, boolean form, Predicate<Request> writes) {
    return new WebDevice(
        r -> {
          if (r.path().equals("/login")) {
            return logIn(r, own);
          }
          boolean session =
              own.isEmpty()
                  ? r.header("cookie").equals("sid=7be84a66")
                  : r.header(own).equals("7be84a66c1d20a95");
          if (r.path().equals("/settings") && (session || writes.test(r))) {
            String given = r.body().replaceAll("(?s).*name(?:=|\":\")([\\w]+).*", "$1");
            if (r.body().contains("name") && given.length() < 12) {
              name.set(given);
            }
          }
          return session && r.path().equals("/settings") ? settings(form) : redirect("/login");
        });
  }

  private static String logIn(Request r, String own) {
    if (!r.body().contains("right-horse-7")) {
      return html(
          "<form method=post action=/login><input name=user><input name=p type=password></form>");
    }
    return own.isEmpty()
        ? answer("303 See Other", "Location: /settings\r\nSet-Cookie: sid=7be84a66\r\n", "")
        : answer("200 OK", JSON, "{\"token\":\"7be84a66c1d20a95\"}");
  }

  private String settings(boolean form) {
    return form
        ? html(
            "<form method=post action=/settings><input name=name value="
                + name.get()
                + "><select name=zone><option>UTC<option selected>CET</select><input type=submit"
                + " name=go></form>")
        : answer("200 OK", JSON, "{\"name\":\"" + name.get() + "\",\"zone\":\"CET\"}");
  }

  private static LoginSession tried(WebDevice device) {
    try (Peer peer = Peer.at("127.77.29.5", device)) {
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

  @Test
  void aFormThatTakesEffectAlthoughItsAnswerIsTheLoginIsFoundAndTheNameIsRestored() {
    WebDevice device = device("", true, r -> r.body().equals("name=plumb1&zone=CET"));
    assertThat(tried(device).forged())
        .containsExactly(new Forged("none", CHANGED_FORM + ", which changed name", "/settings"));
    assertThat(name.get()).isEqualTo("hub");
  }

  @Test
  void aDocumentThatTakesEffectAlthoughItsAnswerIsTheLoginIsFoundAndTheNameIsRestored() {
    WebDevice device = device("", false, r -> r.method().equals("PATCH"));
    assertThat(tried(device).forged())
        .containsExactly(
            new Forged(
                "none",
                "PATCH of a changed document that a session reads, which changed name",
                "/settings"));
    assertThat(name.get()).isEqualTo("hub");
  }

  @Test
  void aDeviceThatDoesNothingWithoutASessionIsNotFound() {
    LoginSession session = tried(device("", true, r -> false));
    assertThat(session.forged()).isEmpty();
    assertThat(session.tried()).contains(CHANGED_FORM);
  }

  @Test
  void aTokenThatIsWantedInAHeaderOfItsOwnIsTriedThere() {
    LoginSession session = tried(device("x-auth-token", false, r -> false));
    assertThat(session.forged()).isEmpty();
    assertThat(session.tokens()).containsExactly("header X-Auth-Token");
    assertThat(session.paths()).contains("/settings");
  }

  @Test
  void aTokenInAHeaderOfItsOwnThatAnybodyCanMakeIsFound() {
    WebDevice sound = device("x-auth-token", false, r -> false);
    WebDevice flawed =
        new WebDevice(
            r ->
                r.header("x-auth-token").startsWith("7be84a66")
                        || r.header("x-auth-token").isEmpty()
                    ? sound.answerTo(r)
                    : settings(false));
    assertThat(tried(flawed).forged()).extracting(Forged::token).contains("header X-Auth-Token");
  }

  @Test
  void aDeviceThatShowsNothingAfterAChangeWasNotTried() {
    WebDevice sound = device("", true, r -> false);
    AtomicBoolean changed = new AtomicBoolean();
    WebDevice mute =
        new WebDevice(
            r -> {
              changed.compareAndSet(false, r.body().contains("plumb1"));
              return changed.get() ? "" : sound.answerTo(r);
            });
    LoginSession session = tried(mute);
    assertThat(session.forged()).isEmpty();
    assertThat(session.tried()).isNotEmpty().doesNotContain(CHANGED_FORM);
  }

  @Test
  void aNameThatTheDeviceKeepsInCapitalsIsFoundToo() {
    WebDevice device = device("", true, r -> r.body().equals("name=plumb1&zone=CET"));
    WebDevice capitals =
        new WebDevice(r -> device.answerTo(r).replace("value=plumb1", "value=PLUMB1"));
    assertThat(tried(capitals).forged()).extracting(Forged::token).containsExactly("none");
  }
}
