package dev.plumbline.probes.loginmechanisms;

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
import dev.plumbline.probes.kit.LineDevice;
import dev.plumbline.probes.kit.WebDevice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginMechanismsProbeTest extends ProbeContract {
  private static final String KEY = "login.mechanism";

  @Override
  protected Probe probe() {
    return new LoginMechanismsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.22.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return speaking(trial, peer, "http")
        .given(
            "http.surface",
            peer.toString(),
            Map.of("open", List.of(), "guarded", List.of("/settings"), "missing", 1L));
  }

  private static ProbeTrial speaking(ProbeTrial trial, Endpoint peer, String protocol) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", protocol, "tls", false));
  }

  @Test
  void aBrokerThatLetsAnybodyInMayHaveLoginsBeside() {
    try (Peer peer = Peer.at(address(), (client, n) -> {})) {
      Observation login =
          speaking(ProbeTrial.against(peer.endpoint()), peer.endpoint(), "mqtt")
              .given("mqtt.access", peer.endpoint().toString(), Map.of("anonymous", true))
              .run(probe())
              .one(KEY);
      assertThat(login.outcome()).isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void aLoginOfOnvifThatCouldNotBeToldIsNotDenied() {
    Peer.Behaviour open = new WebDevice(r -> html("<p>hello</p>"));
    try (Peer peer = Peer.at(address(), open)) {
      Observation login =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .givenUnanswered("onvif.access", peer.endpoint().toString(), "no answer came")
              .run(probe())
              .one(KEY);
      assertThat(login.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(login.reason()).contains("ONVIF");
    }
  }

  private Observation mechanismOf(Peer.Behaviour device, String protocol) {
    try (Peer peer = Peer.at(address(), device)) {
      ProbeTrial trial = ProbeTrial.against(peer.endpoint());
      return (protocol.equals("http")
              ? introduce(trial, peer.endpoint())
              : speaking(trial, peer.endpoint(), protocol))
          .run(probe())
          .one(KEY);
    }
  }

  @Test
  void aFormInTheClearIsTheWeakestOfSeveral() {
    WebDevice device =
        new WebDevice(
            r ->
                r.path().equals("/")
                    ? html("<form method=post><input name=u><input type=password name=p></form>")
                    : answer(
                        "401 Unauthorized",
                        "WWW-Authenticate: Digest realm=\"cam\", nonce=\"n\", qop=\"auth\"\r\n",
                        ""));
    Observation seen = mechanismOf(device, "http");
    assertThat(seen.text("kind")).isEqualTo("http-form");
    assertThat(seen.text("path")).isEqualTo("/");
    assertThat(seen.flag("clearText")).contains(true);
    assertThat((List<?>) seen.value().get("mechanisms"))
        .extracting(m -> ((Map<?, ?>) m).get("kind") + " " + ((Map<?, ?>) m).get("clearText"))
        .containsExactlyInAnyOrder("http-digest false", "http-form true");
  }

  @Test
  void basicIsReadable() {
    WebDevice device =
        new WebDevice(
            r -> answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"cam\"\r\n", ""));
    Observation seen = mechanismOf(device, "http");
    assertThat(seen.text("kind")).isEqualTo("http-basic");
    assertThat(seen.flag("clearText")).contains(true);
  }

  @Test
  void aServerThatWasReadAndAsksForNothingHasNone() {
    WebDevice device =
        new WebDevice(r -> r.path().equals("/") ? html("<p>Status fine</p>") : notFound());
    Observation seen = mechanismOf(device, "http");
    assertThat(seen.text("kind")).isEqualTo("none");
    assertThat(seen.flag("password")).contains(false);
    assertThat(seen.coverage().get("looked")).isEqualTo(List.of("/settings", "/"));
  }

  @Test
  void aPageMadeByAScriptMayAskForAPassword() {
    WebDevice device = new WebDevice(r -> html("<div id=app></div><script src=/a.js></script>"));
    assertThat(mechanismOf(device, "http").outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void withoutASurfaceNoLoginIsNoAnswer() {
    try (Peer peer = Peer.at(address(), new WebDevice(r -> html("<p>fine</p>")))) {
      assertThat(
              speaking(ProbeTrial.against(peer.endpoint()), peer.endpoint(), "http")
                  .run(probe())
                  .one(KEY)
                  .outcome())
          .isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void aServerThatSendsEveryoneToAnotherAsksForNothingItself() {
    WebDevice device = new WebDevice(r -> redirect("https://127.77.22.1:8443/"));
    assertThat(mechanismOf(device, "http").text("kind")).isEqualTo("none");
  }

  @Test
  void aServiceThatNoClientReadsIsNoAnswer() {
    Observation seen = mechanismOf((client, n) -> {}, "vnc");
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("vnc");
  }

  @Test
  void telnetAsksInTheClear() {
    Observation seen = mechanismOf(LineDevice.telnet("root", "x"), "telnet");
    assertThat(seen.text("kind")).isEqualTo("telnet");
    assertThat(seen.flag("clearText")).contains(true);
  }

  @Test
  void ftpAsksInTheClear() {
    assertThat(mechanismOf(LineDevice.ftp("root", "x"), "ftp").text("kind")).isEqualTo("ftp");
  }

  @Test
  void aTelnetServerWithAShellAtOnceAsksForNothing() {
    Observation seen =
        mechanismOf(
            (client, n) -> {
              client
                  .getOutputStream()
                  .write("BusyBox v1.2 built-in shell\r\n# ".getBytes(StandardCharsets.US_ASCII));
              client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            },
            "telnet");
    assertThat(seen.text("kind")).isEqualTo("none");
  }

  @Test
  void sshRestsOnItsMethods() {
    try (Peer peer = Peer.at(address(), (client, n) -> {})) {
      Endpoint endpoint = peer.endpoint();
      ProbeTrial trial = speaking(ProbeTrial.against(endpoint), endpoint, "ssh");
      assertThat(trial.run(probe()).one(KEY).outcome()).isEqualTo(Outcome.UNDETERMINED);
      trial.given("ssh.methods", endpoint.toString(), Map.of("methods", List.of("publickey")));
      assertThat(trial.run(probe()).one(KEY).text("kind")).isEqualTo("none");
      trial.given("ssh.methods", endpoint.toString(), Map.of("methods", List.of("password")));
      assertThat(trial.run(probe()).one(KEY).text("kind")).isEqualTo("ssh-password");
    }
  }
}
