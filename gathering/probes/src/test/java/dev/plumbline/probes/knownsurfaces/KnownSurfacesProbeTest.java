package dev.plumbline.probes.knownsurfaces;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.notFound;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownSurfacesProbeTest extends ProbeContract {
  /** These answer a greeting of another protocol in HTTP, so that they are no SOCKS proxy. */
  private static final Set<String> ANSWER_IN_HTTP =
      Set.of("announces 4 GiB", "nests without end", "compression bomb", "one byte at a time");

  /** This one sends everybody the same way, so that it has none of the pages. */
  private static final String SENDS_AWAY = "redirects in a circle";

  @Override
  protected Probe probe() {
    return new KnownSurfacesProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.46.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return as(trial, peer, "http");
  }

  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    boolean none = fact.flag("present").equals(Optional.of(false));
    return none
        && (peer.equals(SENDS_AWAY)
            || (ANSWER_IN_HTTP.contains(peer)
                && fact.texts("absent").equals(List.of("socks5-proxy"))));
  }

  private static ProbeTrial as(ProbeTrial trial, Endpoint peer, String protocol) {
    return trial
        .given(
            "tcp.open-ports",
            "address/" + peer.address(),
            Map.of("open", List.of((long) peer.port())))
        .given("service.identified", peer.toString(), Map.of("protocol", protocol, "tls", false));
  }

  private Observation seenAt(Peer.Behaviour device, String protocol) {
    try (Peer peer = Peer.at(address(), device)) {
      return as(ProbeTrial.against(peer.endpoint()), peer.endpoint(), protocol)
          .limits(Limits.usual().hurried(Duration.ofMillis(600), Duration.ofSeconds(6)))
          .run(probe())
          .one("attack.surface");
    }
  }

  private Observation seenAt(WebDevice device) {
    return seenAt(device, "http");
  }

  private static void say(Socket client, String bytes) throws java.io.IOException {
    client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  @Test
  void aSignOnItsPageIsFoundWithWhatShowedIt() {
    WebDevice device =
        new WebDevice(
            r ->
                r.path().equals("/currentsetting.htm")
                    ? answer("200 OK", "", "Firmware=V1\r\nModel=DGN1000\r\n")
                    : notFound());
    Observation seen = seenAt(device);
    assertThat(seen.flag("present")).contains(true);
    assertThat(seen.text("surface")).isEqualTo("netgear-dgn-setup");
    assertThat(seen.text("sign")).startsWith("GET /currentsetting.htm:");
    assertThat(seen.evidence()).isPresent();
    assertThat(seen.texts("absent"))
        .contains("hg532-upgrade", "miniigd-soap", "web-shell", "socks5-proxy", "http-proxy");
  }

  @Test
  void onlyPagesAreReadAndNoCommandNamed() {
    WebDevice device = new WebDevice(r -> notFound());
    seenAt(device);
    assertThat(device.requests())
        .filteredOn(r -> !r.method().equals("CONNECT"))
        .allSatisfy(
            r -> {
              assertThat(r.method()).isEqualTo("GET");
              assertThat(r.body()).isEmpty();
              assertThat(r.path()).doesNotContainPattern("(?i)cmd=|exec|wget|%24|\\$\\{|;|`|\\|");
            });
    assertThat(device.requests())
        .filteredOn(r -> r.method().equals("CONNECT"))
        .allSatisfy(r -> assertThat(r.path()).startsWith(address() + ":"));
  }

  @Test
  void aServerThatAnswersEverythingWithAPageShowsNothing() {
    Observation seen = seenAt(new WebDevice(r -> html("<p>Welcome to " + r.path() + "</p>")));
    assertThat(seen.flag("present")).contains(false);
    assertThat(seen.texts("absent"))
        .contains("hg532-upgrade", "web-shell")
        .doesNotContain("http-proxy");
  }

  @Test
  void aSignThatStandsAtAnInventedPathTooProvesNothing() {
    Observation seen =
        seenAt(new WebDevice(r -> html("<form><input name=cmd></form>Model=DGN1000\nModel=DGN1")));
    assertThat(seen.texts("absent")).doesNotContain("web-shell", "netgear-dgn-setup");
    assertThat(seen.value().get("found")).isEqualTo(List.of());
  }

  @Test
  void aPageThatExistsWithoutTheSignIsNotAbsent() {
    Observation seen =
        seenAt(new WebDevice(r -> r.path().equals("/cmd.php") ? html("<p>hello</p>") : notFound()));
    assertThat(seen.texts("absent")).doesNotContain("web-shell").contains("hg532-upgrade");
  }

  @Test
  void aRedirectOfEveryPathShowsNoneOfThemButHidesTheServer() {
    Observation seen = seenAt(new WebDevice(r -> redirect("https://elsewhere.example" + r.path())));
    assertThat(seen.texts("absent"))
        .contains("netgear-dgn-setup", "socks5-proxy", "http-proxy")
        .doesNotContain("cctv-recorder-web", "thinkphp");
  }

  @Test
  void aRedirectOfOnePathLeavesOpenWhatStandsBehindIt() {
    Observation seen =
        seenAt(new WebDevice(r -> r.path().equals("/setup.cgi") ? redirect("/in") : notFound()));
    assertThat(seen.texts("absent")).contains("hg532-upgrade").doesNotContain("netgear-dgn-setup");
  }

  @Test
  void theRecorderNamesItselfInAnyAnswer() {
    Observation seen =
        seenAt(new WebDevice(r -> answer("401 Unauthorized", "Server: Cross Web Server\r\n", "")));
    assertThat(seen.text("surface")).isEqualTo("cctv-recorder-web");
  }

  @Test
  void aMendedFrameworkIsNotAnOldOne() {
    assertThat(framework("V5.0.22").text("surface")).isEqualTo("thinkphp");
    assertThat(framework("V5.1.9").text("surface")).isEqualTo("thinkphp");
    assertThat(framework("V5.0.24").texts("absent")).contains("thinkphp");
    assertThat(framework("V5.1.41").texts("absent")).contains("thinkphp");
  }

  private Observation framework(String version) {
    return seenAt(
        new WebDevice(
            r ->
                answer(
                    "404 Not Found",
                    "Content-Type: text/html\r\n",
                    "<a href='#'>ThinkPHP</a> <span>" + version + "</span>")));
  }

  @Test
  void aProxyThatTakesWhatItIsOfferedIsOpen() {
    Observation seen =
        seenAt(
            (client, n) -> {
              byte[] hello = client.getInputStream().readNBytes(3);
              say(client, hello.length == 3 && hello[2] == 0 ? "\5\0" : "\5\u00ff");
              client.getInputStream().read();
            },
            "unknown");
    assertThat(seen.text("surface")).isEqualTo("socks5-proxy");
    assertThat(seen.texts("absent")).isEmpty();
  }

  @Test
  void aProxyThatAnswersAnythingWithWelcomeOrWantsALoginIsUndecided() {
    assertThat(seenAt((client, n) -> speak(client, "\5\0"), "unknown").outcome())
        .isEqualTo(Outcome.UNDETERMINED);
    assertThat(seenAt((client, n) -> speak(client, "\5\u00ff"), "unknown").outcome())
        .isEqualTo(Outcome.UNDETERMINED);
  }

  private static void speak(Socket client, String bytes) throws java.io.IOException {
    client.getInputStream().readNBytes(3);
    say(client, bytes);
    client.getInputStream().read();
  }

  @Test
  void aServiceThatAnswersAsItsKindDoesIsNoProxy() {
    Observation seen =
        seenAt(
            (client, n) -> {
              say(client, "SSH-2.0-dropbear\r\n");
              client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            },
            "ssh");
    assertThat(seen.texts("absent")).containsExactly("socks5-proxy", "http-proxy");
    assertThat(seen.coverage().get("looked")).isEqualTo(List.of("SOCKS5 greeting"));
  }

  @Test
  void anUnknownServiceIsSentNoPageRequest() {
    WebDevice device = new WebDevice(r -> notFound());
    seenAt(device, "unknown");
    assertThat(device.requests()).noneMatch(r -> r.method().equals("GET"));
  }

  @Test
  void portsThatAreNotKnownLeaveTheQuestionOpen() {
    Observation seen =
        ProbeTrial.against(Endpoint.tcp(address(), 1))
            .givenUnanswered("tcp.open-ports", "address/" + address(), "nothing answered")
            .run(probe())
            .one("attack.surface");
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("nothing answered");
  }

  /** A server that repeats what it is asked for must not thereby show a sign. */
  @Test
  void noSignStandsInARequest() {
    for (KnownSurface surface : Surfaces.load().all()) {
      for (Sign sign : surface.signs()) {
        for (String path : surface.paths()) {
          assertThat(sign.body())
              .as("%s in %s", sign.words(), path)
              .noneMatch(b -> b.matcher(path).find());
        }
      }
    }
  }

  @Test
  void noPageMakesTheSignsSlow() {
    String[] pieces = {
      "<root ", "<form ", "<input name=", "ThinkPHP</a>  ", "<title>", "Model=D\n"
    };
    for (String piece : pieces) {
      String page = piece.repeat(250_000 / piece.length());
      HttpResponse response = new HttpResponse(200, "OK", Map.of(), page, page.length(), false);
      assertTimeout(
          Duration.ofSeconds(20),
          () -> Surfaces.load().all().forEach(s -> assertThat(s.signIn(response)).isNotNull()));
    }
  }

  @Test
  void everySurfaceSaysWhatItIsWhereFromAndHowSureThatIs() {
    List<Mapping> surfaces = DataFile.mapping(Surfaces.class, "surfaces.yaml").mappings("surfaces");
    assertThat(surfaces)
        .allSatisfy(
            s -> {
              assertThat(s.text("what").orElse("")).isNotBlank();
              assertThat(s.text("source").orElse("")).isNotBlank();
              assertThat(s.text("confidence").orElse("")).isIn("high", "medium", "low");
            });
    assertThat(Surfaces.load().all())
        .filteredOn(s -> s.by().equals("get"))
        .allSatisfy(s -> assertThat(s.paths()).isNotEmpty())
        .allSatisfy(s -> assertThat(s.signs()).isNotEmpty());
  }

  @Test
  void aRedirectingServerThatGoesWhereAWholeAddressLeadsIsAProxy() {
    Observation seen =
        seenAt(
            new WebDevice(
                r -> {
                  if (r.path().startsWith("http://")) {
                    return r.path().endsWith(":1/")
                        ? answer("502 Bad Gateway", "", "")
                        : redirect("https://gate.example/");
                  }
                  return redirect("https://gate.example" + r.path());
                }));
    assertThat(seen.text("surface")).isEqualTo("http-proxy");
    assertThat(seen.text("sign")).contains("502");
  }

  @Test
  void aServerThatRefusesStrangeNamesIsNoProxy() {
    Observation seen =
        seenAt(
            new WebDevice(
                r ->
                    r.path().contains(":1/") || r.header("host").endsWith(":1")
                        ? answer("503 Service Unavailable", "", "")
                        : redirect("https://gate.example/")));
    assertThat(seen.texts("absent")).contains("http-proxy");
  }

  @Test
  void anSshServerBehindAWebServerIsFound() {
    Observation seen =
        seenAt(
            (client, n) -> {
              java.io.PushbackInputStream in =
                  new java.io.PushbackInputStream(client.getInputStream());
              int first = in.read();
              say(
                  client,
                  first == 'S' ? "SSH-2.0-dropbear_2024.86\r\n" : first == 'G' ? notFound() : "");
            },
            "http");
    assertThat(seen.text("surface")).isEqualTo("hidden-ssh");
    assertThat(seen.text("sign")).contains("dropbear");
  }
}
