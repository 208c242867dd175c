package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open and how far the search for it went. */
class NetworkFactsTest {
  private static final String AT = "address/" + Scene.ADDRESS;

  private static NetworkFacts of(Scene scene) {
    return NetworkFacts.of(scene.facts());
  }

  private static Endpoint tcp(int port) {
    return Endpoint.tcp(Scene.ADDRESS, port);
  }

  private static Endpoint udp(int port) {
    return new Endpoint("udp", Scene.ADDRESS, port);
  }

  @ParameterizedTest
  @CsvSource({
    "10-20, 9, false",
    "10-20, 10, true",
    "10-20, 20, true",
    "10-20, 21, false",
    "53, 52, false",
    "53, 53, true",
    "53, 54, false",
    "a-b, 5, false",
    "1-b, 5, false",
    "1-2-3, 2, false"
  })
  void aPortIsInARangeFromItsFirstToItsLast(String range, int port, boolean in) {
    assertThat(NetworkFacts.isIn(List.of(range), port)).isEqualTo(in);
    assertThat(NetworkFacts.isIn(List.of("1000-2000", range), port)).isEqualTo(in);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.200.30.4", "::1", "0:0:0:0:0:0:0:1"})
  void aDeviceOnThisMachineHasNoLinkToLookAt(String address) {
    Scene there =
        Scene.current()
            .addresses(address)
            .seen(
                "tcp.open-ports",
                "address/" + address,
                "{open: []}",
                "{ports: [1-65535], tried: 65535, unanswered: 0}");
    assertThat(of(there).searched("tcp", Set.of()).gaps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "10.127.0.1", "fe80::1", "127.0.0.1.example"})
  void anyOtherDeviceHas(String address) {
    assertThat(NetworkFacts.isLoopback(address)).isFalse();
  }

  @Test
  void whatAnsweredToItsOwnProtocolIsOpenAtThatPort() {
    Scene scene =
        Scene.current()
            .tcp("22")
            .udp("161")
            .seen("upnp.surface", udp(1900).toString(), "{present: true}")
            .seen("dns.resolver", udp(53).toString(), "{present: false}")
            .seen("dtls.endpoint", tcp(5684).toString(), "{present: true}");
    assertThat(of(scene).open()).containsExactlyInAnyOrder(tcp(22), udp(161), udp(1900));
    assertThat(of(scene).undeclared(Set.of("tcp/22", "udp/161"))).containsExactly(udp(1900));
  }

  /** A newer look that did not ask there says nothing of it. */
  @Test
  void whatAnOlderLookFoundStaysOpenWhereTheNewestDidNotAsk() {
    String some = "{ports: [1-100], tried: 100, unanswered: 0}";
    Scene now = Scene.current().seen("tcp.open-ports", AT, "{open: []}", some);
    Scene both = now.seenBefore("tcp.open-ports", AT, "{open: [23, 9527]}", some);
    assertThat(of(both).open()).containsExactly(tcp(9527));
    assertThat(of(both).showing(tcp(9527))).isPresent();
    assertThat(of(both).showing(tcp(9528))).isEmpty();
    assertThat(of(both).showing(Endpoint.tcp("192.0.2.2", 9527))).isEmpty();
  }

  @Test
  void aLookAtNoAddressOpensNothing() {
    Scene scene = Scene.current().seen("tcp.open-ports", "DUT", "{open: [22]}");
    assertThat(of(scene).open()).isEmpty();
    assertThat(of(scene).showing(tcp(22))).isEmpty();
  }

  @Test
  void aServiceIsDescribedByWhatSpeaksThere() {
    NetworkFacts network =
        of(
            Scene.current()
                .tcp("22", "443", "80")
                .udp("161")
                .service(22, "{protocol: ssh}")
                .service(443, "{protocol: http, tls: true}")
                .seen("snmp.access", udp(161).toString(), "{present: true}"));
    assertThat(network.describe(tcp(22))).isEqualTo("tcp/192.0.2.1/22 (ssh)");
    assertThat(network.describe(tcp(443))).isEqualTo("tcp/192.0.2.1/443 (http over TLS)");
    assertThat(network.describe(tcp(80))).isEqualTo("tcp/192.0.2.1/80");
    assertThat(network.describe(udp(161))).isEqualTo("udp/192.0.2.1/161 (snmp)");
    assertThat(network.protocol(tcp(22))).isEqualTo("ssh");
    assertThat(network.protocol(tcp(80))).isEmpty();
    assertThat(network.protocol(udp(161))).isEqualTo("snmp");
    assertThat(network.service(tcp(22)).map(Observation::key)).contains("service.identified");
    assertThat(network.service(tcp(80))).isEmpty();
  }

  @Test
  void onlyWhatNobodyRecognisedIsUnrecognised() {
    Scene scene =
        Scene.current()
            .tcp("22", "23", "24")
            .udp("161", "162", "163")
            .service(22, "{protocol: ssh}")
            .service(23, "{protocol: unknown}")
            .seen("snmp.access", udp(161).toString(), "{present: true}")
            .seen("service.identified", udp(161).toString(), "{protocol: unknown}")
            .seen("snmp.access", udp(162).toString(), "{present: false}");
    assertThat(of(scene).unrecognised())
        .containsExactlyInAnyOrder(tcp(23), tcp(24), udp(162), udp(163));
  }

  /** A port that answers in a protocol with a login as well may take a password. */
  @Test
  void aServiceIsWithoutLoginWhereEachOfItsProtocolsIs() {
    Scene dns = Scene.current().seen("dns.resolver", udp(53).toString(), "{present: true}");
    assertThat(of(dns).withoutLogin(udp(53))).isPresent();
    assertThat(of(dns).withoutLogin(udp(54))).isEmpty();
    assertThat(
            of(dns.seen("ntp.service", udp(53).toString(), "{present: true}"))
                .withoutLogin(udp(53)))
        .isPresent();
    assertThat(
            of(dns.seen("snmp.access", udp(53).toString(), "{present: true}"))
                .withoutLogin(udp(53)))
        .isEmpty();
    assertThat(
            of(Scene.current().seen("snmp.access", udp(161).toString(), "{present: true}"))
                .withoutLogin(udp(161)))
        .isEmpty();
  }

  /** Silence of a declared UDP port hides nothing that is not declared. */
  @Test
  void silentPortsThatARowNamesAreNoGap() {
    Scene scene =
        Scene.current()
            .others("[]")
            .seen(
                "udp.open-ports",
                AT,
                "{answered: []}",
                "{ports: [1-65535], tried: 65535, unanswered: 10, unansweredPorts: [1-10]}");
    assertThat(of(scene).searched("udp", Set.of()).gaps())
        .containsExactly("of the UDP ports of 192.0.2.1, 10 gave no answer");
    assertThat(
            of(scene)
                .searched("udp", Set.of("udp/5", "udp/10", "udp/11", "tcp/7", "udp/123456"))
                .gaps())
        .containsExactly("of the UDP ports of 192.0.2.1, 8 gave no answer");
  }

  @Test
  void theReachOfTheSearchIsToldForEachTransport() {
    Scene scene =
        Scene.current()
            .tcp("22", "443")
            .seen(
                "udp.open-ports",
                AT,
                "{answered: [53]}",
                "{ports: [1-9], tried: 9, unanswered: 8, unansweredPorts: [1-8]}");
    assertThat(of(scene).reach())
        .isEqualTo(
            "65535 TCP ports of 192.0.2.1 were asked, 2 answered; 9 UDP ports of 192.0.2.1 were"
                + " asked, 1 answered, 8 were silent");
    assertThat(of(Scene.current()).reach()).isEqualTo("No port was asked");
    assertThat(
            of(Scene.current()
                    .seen(
                        "console.sockets",
                        "DUT",
                        "{sockets: []}",
                        "{transports: [tcp, udp], complete: true}"))
                .reach())
        .isEqualTo("The device's console listed its sockets");
  }
}
