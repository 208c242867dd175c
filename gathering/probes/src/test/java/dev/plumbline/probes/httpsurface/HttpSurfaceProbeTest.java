package dev.plumbline.probes.httpsurface;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.notFound;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.WebDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpSurfaceProbeTest extends ProbeContract {
  private static final String LOGIN =
      "<title>Sign in</title><form method=post action=/login><input name=user>"
          + "<input type=password name=pass></form>";

  @Override
  protected Probe probe() {
    return new HttpSurfaceProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.21.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "http", "tls", false));
  }

  private Result surfaceOf(WebDevice device) {
    try (Peer peer = Peer.at(address(), device)) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint()).run(probe());
    }
  }

  private static List<String> open(Observation surface) {
    List<String> open = new ArrayList<>();
    if (surface.value().get("open") instanceof List<?> entries) {
      for (Object entry : entries) {
        Map<?, ?> e = (Map<?, ?>) entry;
        open.add(e.get("path") + " " + e.get("kind"));
      }
    }
    return open;
  }

  @Test
  void tellsOpenFromGuardedMovedAndMissing() {
    WebDevice device =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/" -> html("<title>Camera</title><a href='/extra.html'>more</a>" + LOGIN);
                  case "/login" -> html(LOGIN);
                  case "/extra.html" -> html("<p>found by its link</p>");
                  case "/config.json" ->
                      answer("200 OK", "Content-Type: application/json\r\n", "{\"a\":1}");
                  case "/config.bak" ->
                      answer("200 OK", "Content-Type: application/octet-stream\r\n", "x=1");
                  case "/snapshot.jpg" -> answer("200 OK", "Content-Type: image/jpeg\r\n", "j");
                  case "/health" -> answer("200 OK", "Content-Type: text/plain\r\n", "ok");
                  case "/api/v1/status" ->
                      answer("200 OK", "Content-Type: application/json\r\n", "{}");
                  case "/update.html" -> html("<form><input type=file></form>");
                  case "/settings" -> answer("401 Unauthorized", "", "");
                  case "/users" -> redirect("/login");
                  case "/home" -> redirect("/start");
                  default -> notFound();
                });
    Observation surface = surfaceOf(device).one("http.surface");
    assertThat(open(surface))
        .containsExactlyInAnyOrder(
            "/ login",
            "/login login",
            "/extra.html page",
            "/config.json configuration",
            "/config.bak backup",
            "/snapshot.jpg media",
            "/health health",
            "/api/v1/status api",
            "/update.html update");
    assertThat(surface.texts("guarded")).containsExactly("/settings", "/users");
    assertThat(surface.value().get("redirects"))
        .isEqualTo(List.of(Map.of("path", "/home", "to", "/start")));
    assertThat(surface.number("missing").orElseThrow()).isGreaterThan(100);
    assertThat(surface.text("elsewhere")).isEqualTo("missing");
    assertThat(surface.coverage()).containsEntry("unanswered", List.of());
  }

  @Test
  void aLinkInAnyAlphabetIsAskedAsBrowsersDo() {
    WebDevice device =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/" ->
                      html("<a href='/einf\u00fchrung.html'>a</a><a href='/my page.html'>b</a>");
                  case "/einf%C3%BChrung.html", "/my%20page.html" -> html("<p>found</p>");
                  case "/users" -> redirect("/\u8bbe\u7f6e");
                  default -> notFound();
                });
    Observation surface = surfaceOf(device).one("http.surface");
    assertThat(open(surface))
        .containsExactlyInAnyOrder("/ page", "/einf%C3%BChrung.html page", "/my%20page.html page");
  }

  @Test
  void aLongHeaderCostsNothingOfTheFindings() {
    WebDevice device =
        new WebDevice(
            r ->
                answer(
                    r.path().equals("/") ? "200 OK" : "404 Not Found",
                    "Content-Type: text/html\r\nServer: " + "a.".repeat(9_000) + "\r\n",
                    "<p>here</p>"));
    assertThat(open(surfaceOf(device).one("http.surface"))).containsExactly("/ page");
  }

  @Test
  void aPageForEveryPathMakesNoneOfThemOpen() {
    WebDevice device =
        new WebDevice(r -> html("<title>App</title><p>Nothing at " + r.path() + "</p>"));
    Observation surface = surfaceOf(device).one("http.surface");
    assertThat(open(surface)).containsExactly("/ page");
    assertThat(surface.text("elsewhere")).isEqualTo("page");
  }

  @Test
  void contentsThatChangeAtInventedPathsProveNothing() {
    WebDevice device =
        new WebDevice(r -> html("<p>" + "word ".repeat(r.path().hashCode() & 0xff) + "</p>"));
    assertThat(surfaceOf(device).one("http.surface").outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void theLoginPageInPlaceOfSettingsIsAGuard() {
    WebDevice device =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/", "/settings.html" -> html(LOGIN);
                  default -> notFound();
                });
    Observation surface = surfaceOf(device).one("http.surface");
    assertThat(open(surface)).containsExactly("/ login");
    assertThat(surface.texts("guarded")).containsExactly("/settings.html");
  }

  @Test
  void aFormThatSetsAPasswordIsNoLogin() {
    WebDevice device =
        new WebDevice(
            r ->
                r.path().equals("/wifi.html")
                    ? html("<form><input name=ssid><input type=password name=psk></form>")
                    : r.path().equals("/") ? html("<p>hello</p>") : notFound());
    assertThat(open(surfaceOf(device).one("http.surface")))
        .containsExactlyInAnyOrder("/ page", "/wifi.html configuration");
  }

  @Test
  void headersAndCookiesAreReadFromTheFirstPage() {
    WebDevice device =
        new WebDevice(
            r ->
                r.path().equals("/")
                    ? answer(
                        "200 OK",
                        String.join(
                            "\r\n",
                            "Server: GoAhead/2.5",
                            "X-Frame-Options: DENY",
                            "Set-Cookie: sid=abcdef; HttpOnly; SameSite=Lax",
                            ""),
                        "hi")
                    : notFound());
    Result result = surfaceOf(device);
    Observation headers = result.one("http.headers");
    assertThat(headers.value().get("headers"))
        .isInstanceOfSatisfying(
            Map.class, m -> assertThat(m.get("x-frame-options")).isEqualTo("DENY"));
    assertThat(headers.value().get("cookies"))
        .isEqualTo(
            List.of(Map.of("name", "sid", "secure", false, "httpOnly", true, "sameSite", "lax")));
    assertThat(result.stored()).doesNotContain("abcdef");
    assertThat(result.one("http.surface").text("server")).isEqualTo("GoAhead/2.5");
  }

  @Test
  void secretsInTheOpenAreNamedAndNotStored() {
    WebDevice device =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/" -> html("<p>Serial number: AB12345</p>");
                  case "/config.ini" ->
                      answer(
                          "200 OK",
                          "Content-Type: text/plain\r\n",
                          "wifi_password=correct-horse-9");
                  case "/server.key" ->
                      answer(
                          "200 OK",
                          "Content-Type: text/plain\r\n",
                          "-----BEGIN RSA PRIVATE KEY-----MIIE");
                  default -> notFound();
                });
    Result result = surfaceOf(device);
    assertThat(result.one("service.disclosed").value().get("facts"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains(
            Map.of(
                "kind",
                "secret",
                "text",
                "Wi-Fi key in the clear at /config.ini",
                "relevant",
                true),
            Map.of("kind", "secret", "text", "private key at /server.key", "relevant", true),
            Map.of("kind", "serial", "text", "AB12345", "relevant", true));
    assertThat(result.stored()).doesNotContain("correct-horse-9");
  }

  @Test
  void whatTheBannerGaveAwayStaysBesideWhatThePagesDo() {
    try (Peer peer = Peer.at(address(), new WebDevice(r -> html("<p>hi</p>")))) {
      Map<String, Object> known =
          Map.of("kind", "product", "text", "FromBanner", "relevant", false);
      Result result =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .given(
                  "service.disclosed", peer.endpoint().toString(), Map.of("facts", List.of(known)))
              .run(probe());
      assertThat(result.one("service.disclosed").value().get("facts")).isEqualTo(List.of(known));
    }
  }

  @Test
  void nothingThatALinkSaysItBreaksIsTried() {
    WebDevice device =
        new WebDevice(
            r ->
                r.path().equals("/")
                    ? html("<a href='/do?cmd=factoryreset'>x</a><a href='/ok'>y</a>")
                    : notFound());
    surfaceOf(device);
    assertThat(device.requests())
        .extracting(WebDevice.Request::path)
        .contains("/ok")
        .doesNotContain("/do?cmd=factoryreset");
  }
}
