package dev.plumbline.probes.bruteforceresistance;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Locks that count by the name as it was typed, or by one method alone. */
class WaysAroundALockTest {
  private static final String ADDRESS = "127.77.24.21";
  private static final String PASSWORD = "b5rk-w2nd-8tqx";
  private static final int MOST = 5;

  /** A login that shuts an account after some wrong passwords, and one way past that. */
  private static final class Gate {
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final String flaw;

    Gate(String flaw) {
      this.flaw = flaw;
    }

    String answerTo(Request request) {
      String path = request.path().replaceFirst("\\?.*", "");
      if (path.equals("/home")) {
        return request.header("cookie").contains("sid=1") ? html("<h1>Home</h1>") : redirect("/");
      }
      String fields = request.path().replaceFirst("^[^?]*\\??", "") + request.body();
      return path.equals("/login")
          ? login(request.method(), field(fields, "user"), field(fields, "pass"))
          : html(
              "<form method=post action=/login><input name=user><input type=password name=pass>"
                  + "</form>");
    }

    private String login(String method, String user, String password) {
      boolean inAddress = method.equals("GET");
      if (inAddress && !flaw.equals("in-address")) {
        return answer("405 Method Not Allowed", "", "");
      }
      int before = failures.getOrDefault(user, 0);
      boolean shut = !flaw.equals("right-password") || !password.equals(PASSWORD);
      boolean forShow = flaw.equals("for-show") && !password.equals(PASSWORD);
      if ((before >= MOST && !inAddress && shut) || forShow) {
        return answer("429 Too Many Requests", "Content-Type: text/html\r\n", "locked");
      }
      if (account(user).equals("owner") && password.equals(PASSWORD)) {
        failures.remove(user);
        return answer("302 Found", "Set-Cookie: sid=1\r\nLocation: /home\r\n", "");
      }
      failures.put(user, before + 1);
      String hint = flaw.equals("hint") && before >= 2 ? ". It begins with b5rk-w2..." : "";
      return answer("401 Unauthorized", "Content-Type: text/html\r\n", "wrong password" + hint);
    }

    private String account(String typed) {
      return switch (flaw) {
        case "user-capitals" -> typed.toLowerCase(Locale.ROOT);
        case "user-blank" -> typed.strip();
        default -> typed;
      };
    }

    private static String field(String fields, String name) {
      for (String pair : fields.split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
      }
      return "";
    }
  }

  private static LoginBruteForce at(String flaw) {
    return at(
        new Gate(flaw)::answerTo,
        Map.of("kind", "http-form", "path", "/", "password", true, "clearText", true));
  }

  private static LoginBruteForce at(
      Function<Request, String> answers, Map<String, Object> mechanism) {
    try (Peer peer = Peer.at(ADDRESS, new WebDevice(answers))) {
      String subject = peer.endpoint().toString();
      return ProbeTrial.against(peer.endpoint())
          .credential("owner", "owner", PASSWORD)
          .given("service.identified", subject, Map.of("protocol", "http", "tls", false))
          .given("login.mechanism", subject, mechanism)
          .budget(0, 30)
          .run(new BruteForceResistanceProbe())
          .one("login.brute-force")
          .as(LoginBruteForce.class)
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({"user-capitals", "user-blank", "in-address"})
  void theRightLoginThatPassesALockIsTold(String flaw) {
    LoginBruteForce seen = at(flaw);
    assertThat(seen.locked()).isTrue();
    assertThat(seen.accountUsable()).isEqualTo("no");
    assertThat(seen.evadedBy()).contains(List.of(flaw));
  }

  @Test
  void aLockThatHoldsEachOfThemIsNotEvaded() {
    LoginBruteForce seen = at("none");
    assertThat(seen.locked()).isTrue();
    assertThat(seen.evadedBy()).contains(List.of());
    assertThat(seen.ways().orElseThrow())
        .contains("user-capitals", "user-blank", "in-address", "source-header");
  }

  @Test
  void aLoginThatCallsEveryWrongPasswordLockedIsPassedByTheRightOne() {
    LoginBruteForce seen = at("for-show");
    assertThat(seen.locked()).isTrue();
    assertThat(seen.accountUsable()).isEqualTo("yes");
    assertThat(seen.evadedBy()).contains(List.of("right-password"));
  }

  @Test
  void anAnswerThatTellsHowThePasswordBeginsIsTold() {
    assertThat(at("hint").hints()).contains(List.of("beginning"));
    assertThat(at("none").hints()).contains(List.of());
  }

  /** Of two logins the one counts whose lock lets the right password in at once. */
  @Test
  void aLockThatLetsTheRightPasswordInIsNotHiddenByASoundLogin() {
    Gate sound = new Gate("none");
    Gate flawed = new Gate("right-password");
    LoginBruteForce seen =
        at(
            r -> r.path().startsWith("/old") ? old(flawed, r) : sound.answerTo(r),
            Map.of(
                "mechanisms",
                List.of(
                    Map.of("kind", "http-form", "path", "/", "password", true),
                    Map.of("kind", "http-form", "path", "/old", "password", true))));
    assertThat(seen.locked()).isTrue();
    assertThat(seen.accountUsable()).isEqualTo("yes");
    assertThat(seen.mechanisms()).contains(2L);
  }

  /** The same login in another folder. */
  private static String old(Gate gate, Request request) {
    String path = request.path().replaceFirst("^/old/?", "/");
    return gate.answerTo(new Request(request.method(), path, request.headers(), request.body()))
        .replace("action=/login", "action=/old/login")
        .replace("Location: /", "Location: /old/");
  }
}
