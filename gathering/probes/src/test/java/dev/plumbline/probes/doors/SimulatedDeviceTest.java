package dev.plumbline.probes.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.bruteforceresistance.BruteForceResistanceProbe;
import dev.plumbline.probes.defaultpasswords.DefaultPasswordsProbe;
import dev.plumbline.probes.httpsurface.HttpSurfaceProbe;
import dev.plumbline.probes.loginmechanisms.LoginMechanismsProbe;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the surface of a device to its logins and what they take, one probe after the other. */
class SimulatedDeviceTest {
  private static final String ADDRESS = "127.77.28.1";

  private final List<Observation> known = new ArrayList<>();

  private void run(SimulatedDevice device, Map<String, String> protocols, String password) {
    for (Probe probe :
        List.of(
            new HttpSurfaceProbe(),
            new LoginMechanismsProbe(),
            new DefaultPasswordsProbe(),
            new BruteForceResistanceProbe())) {
      ProbeTrial trial =
          ProbeTrial.against()
              .target(ADDRESS, 1, 65535)
              .credential("owner", "admin", password)
              .budget(14, 12)
              .limits(Limits.usual());
      protocols.forEach(
          (part, protocol) ->
              trial.given(
                  "service.identified",
                  endpoint(device, part),
                  Map.of("protocol", protocol, "tls", part.equals("web"))));
      known.stream()
          .filter(Observation::seen)
          .forEach(o -> trial.given(o.key(), o.subject(), o.value()));
      known.addAll(trial.run(probe).ofProbe(probe));
    }
  }

  private static String endpoint(SimulatedDevice device, String part) {
    InetSocketAddress at = device.endpoint(part);
    return Endpoint.tcp(ADDRESS, at.getPort()).toString();
  }

  private Observation about(String key, String subject) {
    return known.stream()
        .filter(o -> o.key().equals(key) && o.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " about " + subject + ": " + known));
  }

  private static List<String> open(Observation surface) {
    List<String> open = new ArrayList<>();
    if (surface.value().get("open") instanceof List<?> entries) {
      entries.forEach(
          e -> open.add(((Map<?, ?>) e).get("path") + " " + ((Map<?, ?>) e).get("kind")));
    }
    return open;
  }

  @Test
  void theSoundCameraHasOneLoginThatResists() throws IOException {
    DeviceSpec spec = DeviceSpec.named("sound-camera").anyPorts();
    try (SimulatedDevice device = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      run(device, Map.of("web", "http", "plain", "http"), "k7hw-q3vd-9tmx-2fzr");
      String web = endpoint(device, "web");
      assertThat(open(about("http.surface", web)))
          .containsExactlyInAnyOrder("/login login", "/health health");
      assertThat(about("http.surface", web).texts("guarded"))
          .contains("/", "/config", "/backup", "/snapshot.jpg");
      assertThat(about("login.mechanism", web).text("kind")).isEqualTo("http-form");
      assertThat(about("login.mechanism", web).flag("clearText")).contains(false);
      assertThat(about("login.default-password", web).value().get("accepted")).isEqualTo(List.of());
      Observation siege = about("login.brute-force", web);
      assertThat(siege.flag("slowed")).as(siege.toString()).contains(true);
      assertThat(siege.number("slowedAfter")).contains(5L);
      assertThat(siege.text("accountUsable")).isEqualTo("yes");
      assertThat(about("login.mechanism", endpoint(device, "plain")).text("kind"))
          .isEqualTo("none");
    }
  }

  @Test
  void theCarelessCameraOpensToTheWormAndLetsGuess() throws IOException {
    DeviceSpec spec = DeviceSpec.named("careless-camera").anyPorts();
    try (SimulatedDevice device = SimulatedDevice.start(spec, InetAddress.ofLiteral(ADDRESS))) {
      run(device, Map.of("web", "http", "plain", "http", "telnet", "telnet"), "00005e005301");
      String web = endpoint(device, "web");
      assertThat(open(about("http.surface", web)))
          .contains("/backup backup", "/snapshot.jpg media", "/config configuration");
      Observation siege = about("login.brute-force", web);
      assertThat(siege.flag("slowed")).as(siege.toString()).contains(false);
      assertThat(siege.flag("locked")).contains(false);
      String telnet = endpoint(device, "telnet");
      assertThat(about("login.mechanism", telnet).flag("clearText")).contains(true);
      Observation opened = about("login.default-password", telnet);
      assertThat(opened.value().get("accepted")).as(opened.toString()).isNotEqualTo(List.of());
      assertThat(about("login.mechanism", endpoint(device, "plain")).flag("clearText"))
          .contains(true);
    }
  }
}
