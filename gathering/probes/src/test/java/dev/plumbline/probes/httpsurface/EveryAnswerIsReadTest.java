package dev.plumbline.probes.httpsurface;

import static dev.plumbline.probes.httpsurface.Told.ADDRESS;
import static dev.plumbline.probes.httpsurface.Told.JSON;
import static dev.plumbline.probes.httpsurface.Told.LOGIN;
import static dev.plumbline.probes.httpsurface.Told.SETTINGS;
import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probes.kit.WebDevice.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server shows is told whatever the status, the name and the way that shows it. */
class EveryAnswerIsReadTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"200 OK", "302 Found", "401 Unauthorized", "403 No", "404 Not Found", "500 Error"})
  void aSecretInTheBodyCountsWhateverTheStatus(String status) {
    Told told =
        Told.of(
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
        Told.of(
            r ->
                r.path().matches("/(settings|users|config)")
                    ? answer("401 No", JSON, "{\"error\":\"log in\",\"left\":3,\"hint\":\"label\"}")
                    : "");
    assertThat(told.open()).containsExactly("/login login");
  }

  @Test
  void aPageThatAlsoCarriesALoginFormIsReadToo() {
    Told told =
        Told.of(
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
    Told told = Told.of(r -> r.path().equals("/health") ? answer("200 OK", JSON, body) : "");
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
    Told told = Told.of(r -> r.path().equals("/login") ? html(head + LOGIN) : "");
    assertThat(told.device().requests()).extracting(Request::path).contains(path);
  }

  @Test
  void aRobotsFileLeadsToAListingAndTheListingToItsFiles() {
    Told told =
        Told.of(
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

  @Test
  void jsonThatIsCalledAPageIsReadAsJson() {
    Told told =
        Told.of(
            r ->
                r.path().equals("/settings")
                    ? answer("403 Forbidden", "Content-Type: text/html\r\n", SETTINGS)
                    : "");
    assertThat(told.at("/settings")).singleElement().asString().contains("Wi-Fi key");
  }

  @Test
  void aSiteMapNamesPlacesOfThisServerByAnotherName() {
    Told told =
        Told.of(
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
        Told.of(
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
        Told.of(r -> r.path().equals("/login") ? answer("200 OK", header + "\r\n", LOGIN) : "");
    assertThat(told.disclosed()).contains(fact);
  }

  @Test
  void aPathOfTheDeviceIsToldUnlessItOnlyRepeatsTheRequest() {
    Told told =
        Told.of(
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
        Told.of(r -> r.path().equals("/login") ? html(LOGIN + "<p>at " + ADDRESS + "</p>") : "");
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
        Told.of(
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
        Told.of(
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
        Told.of(
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
        Told.of(
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

  @Test
  void theErrorPageForALongHeaderIsRead() {
    Told told =
        Told.of(
            r ->
                r.header("x-plumbline").length() > 4_096
                    ? answer("431 Too Long", "Server: GoAhead-Webs/3.6.5\r\n", "<h1>Too long</h1>")
                    : "");
    assertThat(told.disclosed()).anyMatch(d -> d.contains("GoAhead-Webs"));
  }
}
