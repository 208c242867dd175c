package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.testbed.net.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SimulatedDeviceTest {
  private static InetAddress address() throws IOException {
    return InetAddress.getByName("127.71.2.1");
  }

  static List<String> names() {
    return DeviceSpec.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDeviceStartsAndStops(String name) throws IOException {
    DeviceSpec spec = DeviceSpec.named(name).anyPorts();
    Map<String, InetSocketAddress> endpoints;
    try (SimulatedDevice device = SimulatedDevice.start(spec, address())) {
      endpoints = new TreeMap<>(device.endpoints());
      endpoints.keySet().removeAll(device.datagramParts());
      assertThat(endpoints).isNotEmpty();
      for (InetSocketAddress endpoint : endpoints.values()) {
        assertThat(Talk.accepts(endpoint.getAddress(), endpoint.getPort())).isTrue();
      }
    }
    for (InetSocketAddress endpoint : endpoints.values()) {
      assertThat(Talk.accepts(endpoint.getAddress(), endpoint.getPort())).isFalse();
    }
  }

  @Test
  void carelessCameraHasEnoughFlawsInEnoughSections() {
    FlawCatalogue catalogue = FlawCatalogue.load();
    DeviceSpec spec = DeviceSpec.named("careless-camera");
    assertThat(spec.flaws()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(spec.flaws().stream().map(id -> catalogue.flaw(id).section()))
        .contains("5.1", "5.3", "5.4", "5.5", "5.6", "5.8", "5.13");
    assertThat(spec.contradictions()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void soundDevicesHaveNoFlaws() {
    assertThat(DeviceSpec.named("sound-camera").flaws()).isEmpty();
    assertThat(DeviceSpec.named("smart-lock").flaws()).isEmpty();
  }

  @Test
  void muteDeviceAcceptsAndSaysNothing() throws IOException {
    DeviceSpec mute = DeviceSpec.named("careless-camera").anyPorts().mute(Silence.SAYS_NOTHING);
    try (SimulatedDevice device = SimulatedDevice.start(mute, address())) {
      Map<String, InetSocketAddress> endpoints = new TreeMap<>(device.endpoints());
      endpoints.keySet().removeAll(device.datagramParts());
      for (InetSocketAddress endpoint : endpoints.values()) {
        try (Socket socket = Talk.open(endpoint)) {
          socket.setSoTimeout(50);
          Talk.say(socket.getOutputStream(), "GET / HTTP/1.0\r\n\r\n");
          assertThat(Talk.until(socket.getInputStream(), "\n")).isEmpty();
        }
      }
    }
  }

  @Test
  void resettingDeviceBreaksOff() throws IOException {
    DeviceSpec spec = DeviceSpec.named("sound-camera").onlyParts("plain").mute(Silence.RESETS);
    try (SimulatedDevice device = SimulatedDevice.start(spec, address())) {
      assertThatThrownBy(
              () -> {
                try (Socket socket = Talk.open(device.endpoint("plain"))) {
                  for (int i = 0; i < 100; i++) {
                    Talk.say(socket.getOutputStream(), "GET / HTTP/1.0\r\n\r\n");
                    assertThat(Talk.until(socket.getInputStream(), "\n")).isEmpty();
                  }
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void lockedAccountCanBeUsedAgainWhenTheTimeIsOver() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    DeviceSpec spec =
        DeviceSpec.named("sound-camera")
            .onlyParts("web")
            .patched(Map.of("parts", Map.of("web", Map.of("guard", Map.of("stepMillis", 0)))));
    String password = spec.effective().child("facts").required("password");
    try (SimulatedDevice device = SimulatedDevice.start(spec, address(), now::get)) {
      Web web = new Web(device.endpoint("web"), true);
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        statuses.add(web.login("/login", "admin", "wrong").status());
      }
      assertThat(statuses.subList(0, 15)).containsOnly(401);
      assertThat(statuses.getLast()).isEqualTo(429);
      assertThat(web.login("/login", "admin", password).status()).isEqualTo(429);
      now.updateAndGet(t -> t.plus(Duration.ofSeconds(30)));
      assertThat(web.login("/login", "admin", password).status()).isEqualTo(302);
    }
  }

  @Test
  void sessionOpensGuardedPagesAndLogoutClosesThem() throws IOException {
    DeviceSpec spec = DeviceSpec.named("sound-camera").onlyParts("web");
    String password = spec.effective().child("facts").required("password");
    try (SimulatedDevice device = SimulatedDevice.start(spec, address())) {
      Web web = new Web(device.endpoint("web"), true);
      assertThat(web.get("/config").status()).isEqualTo(302);
      String cookie =
          web.login("/login", "admin", password).headers().getOrDefault("set-cookie", "");
      Map<String, String> session = Map.of("Cookie", cookie.split(";", 2)[0]);
      assertThat(web.send("GET", "/config", session, "").status()).isEqualTo(200);
      assertThat(web.send("GET", "/logout", session, "").status()).isEqualTo(302);
      assertThat(web.send("GET", "/config", session, "").status()).isEqualTo(302);
    }
  }

  @Test
  void lockOpensForItsTokenAlone() throws IOException {
    DeviceSpec spec = DeviceSpec.named("smart-lock").onlyParts("api");
    String token = spec.effective().child("facts").required("token");
    try (SimulatedDevice device = SimulatedDevice.start(spec, address())) {
      Web web = new Web(device.endpoint("api"), true);
      assertThat(web.get("/api/lock").status()).isEqualTo(401);
      assertThat(web.send("GET", "/api/lock", Map.of("Authorization", "Bearer x"), "").status())
          .isEqualTo(401);
      assertThat(
              web.send("GET", "/api/lock", Map.of("Authorization", "Bearer " + token), "").status())
          .isEqualTo(200);
    }
  }

  @Test
  void plainHttpLeadsToHttps() throws IOException {
    DeviceSpec spec = DeviceSpec.named("sound-camera").onlyParts("plain");
    try (SimulatedDevice device = SimulatedDevice.start(spec, address())) {
      Web.Answer answer = new Web(device.endpoint("plain"), false).get("/login");
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.headers()).containsEntry("location", "https://127.71.2.1:8443/login");
    }
  }

  @Test
  void singlePartTakesAnyFreePort() throws IOException {
    DeviceSpec spec = DeviceSpec.ofPart("telnet", Map.of("banner", "hello "));
    try (SimulatedDevice device = SimulatedDevice.start(spec, address());
        Socket socket = Talk.open(device.endpoint("telnet"))) {
      assertThat(Talk.until(socket.getInputStream(), "login: ")).endsWith("hello login: ");
    }
  }

  @Test
  void deviceWithFlawsRunsOnLoopbackAlone() throws IOException {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.1");
    assertThatThrownBy(() -> SimulatedDevice.start(DeviceSpec.named("smart-lock"), elsewhere))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void portInUseLeavesNothingRunning() throws IOException {
    DeviceSpec spec = DeviceSpec.named("sound-camera").anyPorts();
    InetAddress taken = InetAddress.getByName("127.71.2.2");
    int free;
    try (ServerSocket probe = new ServerSocket(0, 1, taken)) {
      free = probe.getLocalPort();
    }
    try (SimulatedDevice first = SimulatedDevice.start(spec.onlyParts("plain"), taken)) {
      DeviceSpec second =
          spec.patched(
              Map.of(
                  "parts",
                  Map.of(
                      "web",
                      Map.of("port", free),
                      "plain",
                      Map.of("port", first.endpoint("plain").getPort()))));
      assertThatThrownBy(() -> SimulatedDevice.start(second, taken))
          .isInstanceOf(IOException.class);
      assertThat(Talk.accepts(taken, free)).isFalse();
    }
  }
}
