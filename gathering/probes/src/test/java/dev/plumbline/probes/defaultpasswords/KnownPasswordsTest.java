package dev.plumbline.probes.defaultpasswords;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class KnownPasswordsTest {
  private static final String ADDRESS = "127.77.23.9";
  private static final String OWN = "Right-pw-77-xyz";

  /** A Basic login that lets in whom the rule lets in, and locks a user at each n-th wrong one. */
  private static WebDevice basic(BiPredicate<String, String> rule, int lockAt) {
    Map<String, Integer> wrong = new HashMap<>();
    return new WebDevice(
        r -> {
          String header = r.header("authorization");
          if (!header.startsWith("Basic ")) {
            return answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"c\"\r\n", "");
          }
          String[] login =
              new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8)
                  .split(":", 2);
          if (rule.test(login[0], login[1])) {
            return html("<p>inside</p>");
          }
          boolean locks = wrong.merge(login[0], 1, Integer::sum) % lockAt == 0;
          return locks
              ? answer("429 Too Many Requests", "", "")
              : answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"c\"\r\n", "");
        });
  }

  private static Observation tried(WebDevice device, String kind, int budget, String delay) {
    try (Peer peer = Peer.at(ADDRESS, device)) {
      Endpoint at = peer.endpoint();
      ProbeTrial trial =
          ProbeTrial.against(at)
              .given("service.identified", at.toString(), Map.of("protocol", "http", "tls", false))
              .given(
                  "login.mechanism",
                  at.toString(),
                  Map.of("kind", kind, "path", "/", "password", true, "clearText", true))
              .credential("owner", "owner", OWN)
              .ixit(
                  TableRole.AUTHENTICATION_MECHANISMS,
                  new IxitEntry(
                      "1-AuthMech",
                      "AuthMech-1",
                      Map.of(
                          "endpoints", cell("endpoints", "[" + at.service() + "]"),
                          "delaySeconds", cell("delaySeconds", delay)),
                      Place.of("t.yaml")))
              .budget(budget, 0);
      return trial.run(new DefaultPasswordsProbe()).one("login.default-password");
    }
  }

  private static Cell cell(String key, String yaml) {
    return new Cell(key, YamlReader.read(yaml, "t.yaml", new Problems()).orElseThrow());
  }

  private static void opened(Observation seen, String user, String what) {
    assertThat(seen.value().get("accepted"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement(InstanceOfAssertFactories.MAP)
        .contains(Map.entry("user", user), Map.entry("what", what));
  }

  @Test
  void theWholeListIsTriedAcrossDeclaredPauses() {
    WebDevice device = basic((u, p) -> u.equals("root") && p.equals("realtek"), 5);
    opened(tried(device, "http-basic", 75, "1"), "root", "known");
  }

  @Test
  void aPauseLongerThanAllowedLeavesTheRestOpenWithItsNumber() {
    Observation seen = tried(basic((u, p) -> p.equals(OWN), 3), "http-basic", 75, "600");
    assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    assertThat((Long) seen.coverage().get("tried")).isLessThan((Long) seen.coverage().get("of"));
    assertThat(String.valueOf(seen.coverage().get("stopped"))).contains("waitSeconds");
  }

  @Test
  void aLoginThatTakesInventedPasswordsTakesAny() {
    opened(tried(basic((u, p) -> true, 99), "http-basic", 75, "1"), "owner", "any");
  }

  @Test
  void aLoginThatGivesInAfterManyWrongOnesTakesAny() {
    Map<String, Integer> count = new HashMap<>();
    WebDevice device = basic((u, p) -> count.merge(u, 1, Integer::sum) > 20, 99);
    Observation seen = tried(device, "http-basic", 75, "1");
    opened(seen, "root", "any");
    assertThat(seen.value().toString()).contains("after=20");
  }

  @Test
  void noPasswordAtAllIsTriedForTheDeclaredUser() {
    WebDevice device = basic((u, p) -> u.equals("owner") && (p.isEmpty() || p.equals(OWN)), 99);
    opened(tried(device, "http-basic", 75, "1"), "owner", "empty");
  }

  @Test
  void thePasswordInTheOtherCaseAndWithAnotherEndIsTried() {
    opened(
        tried(
            basic((u, p) -> u.equals("owner") && p.equalsIgnoreCase(OWN), 99),
            "http-basic",
            75,
            "1"),
        "owner",
        "other-case");
    opened(
        tried(
            basic((u, p) -> u.equals("owner") && p.startsWith(OWN.substring(0, 8)), 99),
            "http-basic",
            75,
            "1"),
        "owner",
        "other-end");
    opened(
        tried(
            basic((u, p) -> u.equals("owner") && p.endsWith(OWN.substring(OWN.length() - 4)), 99),
            "http-basic",
            75,
            "1"),
        "owner",
        "other-start");
    opened(
        tried(
            basic((u, p) -> u.equals("owner") && !p.isEmpty() && OWN.startsWith(p), 99),
            "http-basic",
            75,
            "1"),
        "owner",
        "first-letter");
    opened(
        tried(basic((u, p) -> u.equals("owner") && p.startsWith(OWN), 99), "http-basic", 75, "1"),
        "owner",
        "longer");
  }

  @Test
  void aPageThatThanksForEveryLoginIsNotTakenForOpen() {
    String form = "<form method=post action=/in><input name=u><input type=password name=p></form>";
    WebDevice device =
        new WebDevice(
            r -> {
              if (r.method().equals("POST")) {
                return (r.body() + "&").contains("=" + OWN + "&")
                    ? answer("302 Found", "Location: /home\r\nSet-Cookie: s=1\r\n", "")
                    : html("<p>Thank you, we will see.</p>");
              }
              if (r.path().equals("/home")) {
                return r.header("cookie").contains("s=1") ? html("<p>home</p>") : redirect("/");
              }
              return html(form);
            });
    Observation seen = tried(device, "http-form", 75, "1");
    assertThat(seen.seen()).isTrue();
    assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    assertThat(seen.coverage().get("tried")).isEqualTo(seen.coverage().get("of"));
  }

  @Test
  void aFormWhoseSessionsOpenThePageBehindItTakesAny() {
    String form = "<form method=post action=/in><input name=u><input type=password name=p></form>";
    WebDevice device =
        new WebDevice(
            r -> {
              if (r.method().equals("POST")) {
                return answer("302 Found", "Location: /home\r\nSet-Cookie: s=1\r\n", "");
              }
              if (r.path().equals("/home")) {
                return r.header("cookie").contains("s=1") ? html("<p>home</p>") : redirect("/");
              }
              return html(form);
            });
    opened(tried(device, "http-form", 75, "1"), "owner", "any");
  }
}
