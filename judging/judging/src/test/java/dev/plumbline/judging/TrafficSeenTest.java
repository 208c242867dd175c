package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.traffic.Contact;
import dev.plumbline.judging.traffic.Listed;
import dev.plumbline.judging.traffic.Secrecy;
import dev.plumbline.judging.traffic.TrafficSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficSeenTest {
  private static final String CLOUD = "tcp/198.51.100.7/443";
  private static final String STRANGER = "tcp/203.0.113.9/80";
  private static final Map<String, Object> WHEN =
      Map.of("from", "2026-11-24T08:00:00Z", "until", "2026-11-24T09:00:00Z");

  private final World world = new World();

  private TrafficSeenTest seen(String key, String subject, Map<String, Object> value) {
    world.seen(World.observation(key, subject, value, WHEN, "1.0"));
    return this;
  }

  private static Map<String, Object> contact(String protocol, String name) {
    return Map.of(
        "connections",
        4L,
        "openingNotSeen",
        0L,
        "protocols",
        List.of(protocol),
        "names",
        List.of(name),
        "bytesOut",
        100L,
        "bytesIn",
        200L,
        "first",
        "2026-11-24T08:10:00Z",
        "starts",
        List.of("2026-11-24T08:10:00Z", "never"));
  }

  private TrafficSeen.Picture picture() {
    return (TrafficSeen.Picture) world.judge().traffic();
  }

  private Contact contact(String subject) {
    return picture().contacts().stream()
        .filter(c -> c.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private void namesTheCloud() {
    world.entry("11-SecComMech", "Com-1", "description: TLS\ncontacts: ['*.example.com']");
  }

  @Test
  void withoutACaptureNothingIsShown() {
    assertThat(world.judge().traffic()).isEqualTo(new TrafficSeen.None("No capture was read."));
  }

  @Test
  void aCaptureWithoutTheDeviceSaysWhy() {
    world.seen(World.unanswered("traffic.flows", "DUT", "nothing in this log is of the device"));
    assertThat(world.judge().traffic())
        .isEqualTo(
            new TrafficSeen.None(
                "A capture was read, and it shows nothing of the device: nothing in this log is of"
                    + " the device"));
  }

  @Test
  void aCaptureOfAnotherVersionIsNotShown() {
    world.seen(
        World.observation("traffic.contacts", CLOUD, contact("tls", "a.example.com"), WHEN, "0.9"));
    assertThat(world.judge().traffic()).isInstanceOf(TrafficSeen.None.class);
  }

  @Test
  void aContactThatARowNamesIsDeclared() {
    namesTheCloud();
    seen("traffic.contacts", CLOUD, contact("tls", "api.example.com"));
    assertThat(contact(CLOUD))
        .satisfies(
            c -> assertThat(c.listed()).isEqualTo(Listed.DECLARED),
            c -> assertThat(c.row()).isEqualTo("11-SecComMech/Com-1"),
            c -> assertThat(c.secrecy()).isEqualTo(Secrecy.ENCRYPTED),
            c -> assertThat(c.starts()).containsExactly(Instant.parse("2026-11-24T08:10:00Z")));
  }

  @Test
  void aContactThatNoRowNamesIsUndeclaredAndComesFirst() {
    namesTheCloud();
    seen("traffic.contacts", CLOUD, contact("tls", "api.example.com"));
    seen("traffic.contacts", STRANGER, contact("http", "tracker.example.org"));
    Contact first = picture().contacts().getFirst();
    assertThat(first.subject()).isEqualTo(STRANGER);
    assertThat(first.listed()).isEqualTo(Listed.UNDECLARED);
    assertThat(first.secrecy()).isEqualTo(Secrecy.CLEAR_TEXT);
  }

  @Test
  void withoutRowsThatNameContactsNothingIsCompared() {
    seen("traffic.contacts", STRANGER, contact("http", "tracker.example.org"));
    assertThat(contact(STRANGER).listed()).isEqualTo(Listed.NOT_COMPARED);
  }

  @Test
  void whoCalledIsNotComparedWhereTheOpeningWasNotSeen() {
    namesTheCloud();
    seen(
        "traffic.contacts",
        STRANGER,
        Map.of("connections", 2L, "openingNotSeen", 2L, "protocols", List.of("tls")));
    assertThat(contact(STRANGER).listed()).isEqualTo(Listed.NOT_COMPARED);
  }

  @Test
  void namesAreAskedForByTheNetworkItself() {
    namesTheCloud();
    seen("traffic.contacts", "udp/192.0.2.53/53", contact("dns", "resolver"));
    assertThat(contact("udp/192.0.2.53/53").listed()).isEqualTo(Listed.OF_THE_NETWORK);
  }

  @Test
  void aSuiteThatEncryptsNothingIsNotShownAsEncrypted() {
    seen("traffic.contacts", CLOUD, contact("tls", "api.example.com"));
    seen(
        "traffic.tls",
        CLOUD,
        Map.of("handshakes", List.of(Map.of("suite", "TLS_RSA_WITH_NULL_SHA"))));
    assertThat(contact(CLOUD).secrecy()).isEqualTo(Secrecy.BOTH);
  }

  @Test
  void aPasswordThatWasReadableIsSaid() {
    seen("traffic.contacts", STRANGER, contact("http", "x"));
    seen("traffic.clear-text", STRANGER, Map.of("found", List.of(Map.of("kind", "password"))));
    assertThat(contact(STRANGER).exposed()).containsExactly("password");
  }

  @Test
  void flowsTellOfServicesThatNoOtherFactNames() {
    seen(
        "traffic.flows",
        "DUT",
        Map.of(
            "bytesOut",
            7L,
            "bytesIn",
            9L,
            "volumes",
            Map.of(
                "from",
                "2026-11-24T08:00:00Z",
                "stepSeconds",
                2L,
                "bytesOut",
                List.of(7L, 0L),
                "bytesIn",
                List.of(4L, 5L)),
            "flows",
            List.of(flow("192.0.2.5", 8443), flow("192.0.2.6", 8443), flow("192.0.2.6", 23))));
    assertThat(picture().volumes().orElseThrow().step()).isEqualTo(Duration.ofSeconds(2));
    assertThat(contact("tcp/192.0.2.1/8443"))
        .satisfies(
            c -> assertThat(c.listed()).isEqualTo(Listed.DECLARED),
            c -> assertThat(c.connections()).isEqualTo(4),
            c -> assertThat(c.peers()).containsExactly("192.0.2.5", "192.0.2.6"));
    assertThat(contact("tcp/192.0.2.1/23").listed()).isEqualTo(Listed.UNDECLARED);
  }

  private static Map<String, Object> flow(String peer, int port) {
    return Map.of(
        "transport",
        "tcp",
        "device",
        "192.0.2.1",
        "peer",
        peer,
        "port",
        port,
        "openedBy",
        "peer",
        "connections",
        2L);
  }

  @Test
  void valuesOfAWrongFormAreNotShown() {
    seen("traffic.flows", "DUT", Map.of("flows", List.of("x", 3L)));
    Observation odd = World.observation("traffic.contacts", "?", Map.of("connections", "many"));
    world.seen(odd);
    assertThat(world.judge().traffic()).isInstanceOf(TrafficSeen.None.class);
  }
}
