package dev.plumbline.probes.declaredlogins;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A form login, and a name in the settings that pages show. */
class StoredValuesTest {
  private static final String NAME = "Hub in the hall";

  /** A device that keeps a name. Each form of it is good for one change. */
  private static final class Hub {
    private final UnaryOperator<String> before;
    private final UnaryOperator<String> behind;
    private String name = NAME;
    private int form = 1;
    private boolean changes = true;
    private boolean answers = true;

    /**
     * @param before how the sign-in page shows the name
     * @param behind how the settings show it
     */
    Hub(UnaryOperator<String> before, UnaryOperator<String> behind) {
      this.before = before;
      this.behind = behind;
    }

    String answerTo(Request r) {
      if (r.path().equals("/login")) {
        return r.body().contains("right-horse-7")
            ? answer("303 See Other", "Location: /settings\r\nSet-Cookie: sid=7be84a66\r\n", "")
            : html(
                "<h1>"
                    + before.apply(name)
                    + "</h1><form method=post action=/login><input name=user>"
                    + "<input name=p type=password></form>");
      }
      if (!r.header("cookie").contains("sid=7be84a66") || !r.path().equals("/settings")) {
        return redirect("/login");
      }
      if (r.method().equals("POST")) {
        String sent = URLDecoder.decode(r.body(), StandardCharsets.UTF_8);
        if (changes && sent.contains("form=" + form)) {
          form++;
          name = sent.replaceFirst("&?form=[0-9]+&?", "").replaceFirst("name=", "");
        }
        return answers || name.equals(NAME) ? redirect("/settings") : "";
      }
      return html(
          "<form method=post action=/settings><input type=hidden name=form value="
              + form
              + "><input name=name value=\""
              + behind.apply(name)
              + "\"></form>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static Result tried(Hub hub) {
    try (Peer peer = Peer.at("127.77.29.7", new WebDevice(hub::answerTo))) {
      String at = peer.endpoint().toString();
      return ProbeTrial.against(peer.endpoint())
          .given("service.identified", at, Map.of("protocol", "http", "tls", false))
          .given(
              "login.mechanism",
              at,
              Map.of("kind", "http-form", "path", "/login", "password", true, "clearText", true))
          .given("http.surface", at, Map.of("guarded", List.of("/settings")))
          .credential("owner", "owner", "right-horse-7")
          .run(new DeclaredLoginsProbe());
    }
  }

  private static LoginSession seen(Hub hub) {
    return tried(hub).one("login.session").as(LoginSession.class).orElseThrow();
  }

  @Test
  void aNameThatTheSignInPageShowsAsItCameIsFoundAndPutBack() {
    Hub hub = new Hub(name -> name, StoredValuesTest::escaped);
    assertThat(seen(hub).stored())
        .contains(
            List.of(new LoginSession.Stored("name", "/settings", "/login (without a login)")));
    assertThat(hub.name).isEqualTo(NAME);
  }

  @Test
  void aNameThatTheSettingsShowAsItCameIsFound() {
    Hub hub = new Hub(name -> "Hub", name -> name);
    assertThat(seen(hub).stored())
        .contains(List.of(new LoginSession.Stored("name", "/settings", "/settings")));
    assertThat(hub.name).isEqualTo(NAME);
  }

  @Test
  void aNameThatIsEscapedEverywhereIsTriedAndPutBack() {
    Hub hub = new Hub(StoredValuesTest::escaped, StoredValuesTest::escaped);
    LoginSession seen = seen(hub);
    assertThat(seen.stored()).contains(List.of());
    assertThat(seen.fields()).contains(List.of("name at /settings"));
    assertThat(hub.name).isEqualTo(NAME);
  }

  /** Without an answer nobody knows whether it was done. */
  @Test
  void aNameWhoseChangeGetsNoAnswerIsPutBack() {
    Hub hub = new Hub(StoredValuesTest::escaped, StoredValuesTest::escaped);
    hub.answers = false;
    seen(hub);
    assertThat(hub.name).isEqualTo(NAME);
  }

  @Test
  void aDeviceThatTakesNoSuchNameIsNotSaidToBeTried() {
    Hub hub = new Hub(name -> name, name -> name);
    hub.changes = false;
    LoginSession seen = seen(hub);
    assertThat(seen.stored()).contains(List.of());
    assertThat(seen.fields()).contains(List.of());
  }
}
