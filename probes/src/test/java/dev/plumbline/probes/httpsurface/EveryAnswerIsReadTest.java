package dev.plumbline.probes.httpsurface;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.notFound;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server shows is told whatever the status, the name and the way that shows it. */
class EveryAnswerIsReadTest {
  private static final String ADDRESS = "127.77.21.2";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String LOGIN =
      "<title>Sign in</title><form method=post action=/login><input name=user>"
          + "<input type=password name=pass></form>";
  private static final String SETTINGS =
      "{\"wifi\":{\"ssid\":\"home\",\"psk\":\"haus-am-see-2019\"},\"recording\":true}";

  private record Told(List<String> open, List<String> disclosed, WebDevice device) {
    List<String> at(String path) {
      return open.stream().filter(o -> o.startsWith(path + " ")).toList();
    }
  }

  /** A server with a login page, guarded settings, and what the test adds. */
  private static Told told(Function<Request, String> more) {
    WebDevice device =
        new WebDevice(
            r -> {
              String answer = more.apply(r);
              return !answer.isEmpty()
                  ? answer
                  : switch (r.path()) {
                    case "/", "/settings" -> redirect("/login");
                    case "/login" -> html(LOGIN);
                    default -> notFound();
                  };
            });
    try (Peer peer = Peer.at(ADDRESS, device)) {
      var result =
          ProbeTrial.against(peer.endpoint())
              .credential("owner", "owner", "b5rk-w2nd-8tqx")
              .given(
                  "service.identified",
                  peer.endpoint().toString(),
                  Map.of("protocol", "http", "tls", false))
              .run(new HttpSurfaceProbe());
      return new Told(
          entries(result.one("http.surface"), "open", "path", "kind", "way", "shows"),
          entries(result.one("service.disclosed"), "facts", "kind", "text", "relevant"),
          device);
    }
  }

  private static List<String> entries(Observation o, String field, String... parts) {
    List<String> all = new ArrayList<>();
    if (o.value().get(field) instanceof List<?> list) {
      for (Object each : list) {
        Map<?, ?> entry = (Map<?, ?>) each;
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
          text.append(entry.containsKey(part) ? entry.get(part) + " " : "");
        }
        all.add(text.toString().strip());
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"200 OK", "302 Found", "401 Unauthorized", "403 No", "404 Not Found", "500 Error"})
  void aSecretInTheBodyCountsWhateverTheStatus(String status) {
    Told told =
        told(
            r ->
                r.path().equals("/settings")
                    ? answer(status, JSON + "Location: /login\r\n", SETTINGS)
                    : "");
    assertThat(told.at("/settings"))
        .singleElement()
        .asString()
        .contains("Wi-Fi key in the clear", "Wi-Fi name");
    assertThat(told.disclosed()).contains("secret Wi-Fi key in the clear at /settings true");
  }

  @Test
  void whatSeveralPathsSayWhenTheyRefuseIsNoContent() {
    Told told =
        told(
            r ->
                r.path().matches("/(settings|users|config)")
                    ? answer("401 No", JSON, "{\"error\":\"log in\",\"left\":3,\"hint\":\"label\"}")
                    : "");
    assertThat(told.open()).containsExactly("/login login");
  }

  @Test
  void aPageThatAlsoCarriesALoginFormIsReadToo() {
    Told told =
        told(
            r ->
                r.path().equals("/status.html")
                    ? html(
                        LOGIN
                            + "<table><tr><td>Wi-Fi</td><td>home</td></tr><tr><td>Key</td>"
                            + "<td>haus-am-see-2019</td></tr></table>")
                    : "");
    assertThat(told.at("/status.html")).singleElement().asString().contains("Wi-Fi key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"status":"ok"}                                     | health
          {"error":"not found","code":404}                    | health
          {"status":"ok","rooms":{"hall":"empty"}}            | what happens in rooms
          {"status":"ok","clients":["10.0.0.44"]}             | other devices of the network
          """)
  void aPageCalledHealthCountsByWhatItShows(String body, String shown) {
    Told told = told(r -> r.path().equals("/health") ? answer("200 OK", JSON, body) : "");
    assertThat(told.at("/health")).singleElement().asString().contains(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script>fetch("/inside/state")</script>             | /inside/state
          <!-- old page: /inside/old -->                      | /inside/old
          <link rel=stylesheet href=/inside/x.css>            | /inside/x.css
          <div data-src="/inside/data"></div>                 | /inside/data
          <script>open("GET","inside.json")</script>          | /inside.json
          """)
  void whatThePageNamesIsAskedFor(String head, String path) {
    Told told = told(r -> r.path().equals("/login") ? html(head + LOGIN) : "");
    assertThat(told.device().requests()).extracting(Request::path).contains(path);
  }

  @Test
  void aRobotsFileLeadsToAListingAndTheListingToItsFiles() {
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/robots.txt" ->
                      answer(
                          "200 OK",
                          "Content-Type: text/plain\r\n",
                          "User-agent: *\nDisallow: /kept/\n");
                  case "/kept/" ->
                      html("<title>Index of /kept/</title><a href=\"gate.conf\">gate.conf</a>");
                  case "/kept/gate.conf" ->
                      answer("200 OK", "Content-Type: text/plain\r\n", "psk=haus-am-see-2019\n");
                  default -> "";
                });
    assertThat(told.at("/kept/")).containsExactly("/kept/ listing");
    assertThat(told.at("/kept/gate.conf")).singleElement().asString().contains("Wi-Fi key");
    assertThat(told.at("/robots.txt")).containsExactly("/robots.txt static");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/settings;.css", "//settings", "/static/..%2fsettings", "/%73ettings"})
  void anotherSpellingThatOpensAGuardedPathIsTold(String spelled) {
    Told told =
        told(r -> r.path().equals(spelled) ? answer("200 OK", JSON, "{\"name\":\"gate\"}") : "");
    assertThat(told.at("/settings")).singleElement().asString().contains("configuration as ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/settings?x=/help", "/settings?/help", "/pub/..%2fsettings"})
  void aPublicPlaceBesideAGuardedPathThatOpensItIsTold(String asked) {
    Told told =
        told(
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
        told(
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

  @Test
  void jsonThatIsCalledAPageIsReadAsJson() {
    Told told =
        told(
            r ->
                r.path().equals("/settings")
                    ? answer("403 Forbidden", "Content-Type: text/html\r\n", SETTINGS)
                    : "");
    assertThat(told.at("/settings")).singleElement().asString().contains("Wi-Fi key");
  }

  @Test
  void aSiteMapNamesPlacesOfThisServerByAnotherName() {
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/sitemap.xml" ->
                      answer(
                          "200 OK",
                          "Content-Type: application/xml\r\n",
                          "<urlset><url><loc>https://gate.local:8443/rooms.json</loc></url></urlset>");
                  case "/rooms.json" -> answer("200 OK", JSON, SETTINGS);
                  default -> "";
                });
    assertThat(told.at("/rooms.json")).singleElement().asString().contains("Wi-Fi key");
  }

  @Test
  void aTokenInAScriptIsASecret() {
    String token =
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJnYXRlIiwic2NvcGUiOiJhZG1pbiJ9.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/login" -> html("<script src=/app.js></script>" + LOGIN);
                  case "/app.js" ->
                      answer(
                          "200 OK",
                          "Content-Type: text/javascript\r\n",
                          "const T=\"Bearer " + token + "\";");
                  default -> "";
                });
    assertThat(told.at("/app.js")).singleElement().asString().contains("access key or token");
  }

  /** Some firmware makes the session before the login, and forgets to ask who it is. */
  @Test
  void aCookieOfTheLoginPageThatOpensAGuardedPathIsTold() {
    Told told =
        told(
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
        told(
            r ->
                r.path().equals("/settings") && r.method().equals("POST")
                    ? answer("200 OK", JSON, "{\"name\":\"gate\"}")
                    : "");
    assertThat(told.at("/settings")).containsExactly("/settings configuration by POST");
  }

  @Test
  void aServerThatTakesEverySpellingOfEveryPathOpensNothing() {
    Told told =
        told(
            r ->
                r.path().matches("[^?]*[;%][^?]*")
                    ? answer("200 OK", JSON, "{\"hint\":\"odd path\",\"ask\":\"label\"}")
                    : "");
    assertThat(told.open()).containsExactly("/login login");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-AspNet-Version: 2.0.50727            | version x-aspnet-version 2.0.50727 true
          Server: GoAhead/2.5                    | version GoAhead 2.5 true
          X-Device: SN-0001                      | serial SN-0001 true
          """)
  void everyHeaderIsRead(String header, String fact) {
    Told told =
        told(r -> r.path().equals("/login") ? answer("200 OK", header + "\r\n", LOGIN) : "");
    assertThat(told.disclosed()).contains(fact);
  }

  @Test
  void aPathOfTheDeviceIsToldUnlessItOnlyRepeatsTheRequest() {
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/etc/passwd" -> html("<p>There is no /etc/passwd here");
                  case "/status" -> html("<p>log in /var/log/hub.log is full");
                  default -> "";
                });
    assertThat(told.disclosed()).noneMatch(f -> f.contains("/etc/passwd"));
    assertThat(told.disclosed()).contains("path /var/log/hub.log true");
  }

  @Test
  void theDevicesOwnAddressIsNoDisclosure() {
    Told told =
        told(r -> r.path().equals("/login") ? html(LOGIN + "<p>at " + ADDRESS + "</p>") : "");
    assertThat(told.disclosed()).noneMatch(f -> f.startsWith("address"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var l={password:\"Passwort\",hint:\"Enter password\"};",
        "document.getElementById(\"password\").type=\"password\";",
        "const field=\"new-password\", passwordField=\"password2\";",
        "/*! jQuery v3.7.1 | (c) OpenJS Foundation */",
        "x.setAttribute(\"autocomplete\",\"current-password\")",
        "if(pwd==\"\"){alert(\"Password: required\")}"
      })
  void wordsOfAScriptAreNoSecret(String script) {
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/login" -> html("<script src=/app.js></script>" + LOGIN);
                  case "/app.js" -> answer("200 OK", "Content-Type: text/javascript\r\n", script);
                  default -> "";
                });
    assertThat(told.at("/app.js")).containsExactly("/app.js static");
    assertThat(told.disclosed()).noneMatch(f -> f.endsWith("true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var wifi_psk = \"haus-am-see-2019\";",
        "var x = \"b5rk-w2nd-8tqx\";",
        "var x = atob(\"YjVyay13Mm5kLTh0cXg=\");",
        "window.GATE={\"firmwareVersion\":\"4.1.7\"};",
        "/*! jQuery v1.7.2 jquery.com | jquery.org/license */",
        "var mac='02:00:00:00:00:01'"
      })
  void whatAScriptHoldsIsTold(String script) {
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/login" -> html("<script src=/app.js></script>" + LOGIN);
                  case "/app.js" -> answer("200 OK", "Content-Type: text/javascript\r\n", script);
                  default -> "";
                });
    assertThat(told.disclosed()).anyMatch(f -> f.endsWith("true"));
  }

  @Test
  void whatAPictureSaysAboutTheDeviceIsToldAndItsMakerIsNot() {
    String text = "\u0089PNG tEXtSoftware\0Painter 2.10\0tEXtComment\0serial SN-0001\0IDAT";
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/login" -> html("<img src=/logo.png>" + LOGIN);
                  case "/logo.png" -> answer("200 OK", "Content-Type: image/png\r\n", text);
                  default -> "";
                });
    assertThat(told.disclosed()).contains("serial SN-0001 true");
    assertThat(told.disclosed()).noneMatch(f -> f.contains("Painter"));
    assertThat(told.at("/logo.png")).containsExactly("/logo.png static");
  }

  @Test
  void aLogoOfTheLoginPageIsNoPictureAndASnapshotIs() {
    Told told =
        told(
            r ->
                switch (r.path()) {
                  case "/login" -> html("<img src=/logo.png><img src=/snapshot.jpg>" + LOGIN);
                  case "/logo.png" -> answer("200 OK", "Content-Type: image/png\r\n", "p");
                  case "/snapshot.jpg" -> answer("200 OK", "Content-Type: image/jpeg\r\n", "j");
                  default -> "";
                });
    assertThat(told.at("/logo.png")).containsExactly("/logo.png static");
    assertThat(told.at("/snapshot.jpg")).containsExactly("/snapshot.jpg media");
  }
}
