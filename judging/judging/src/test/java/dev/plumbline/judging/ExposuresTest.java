package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.exposure.Exposure;
import dev.plumbline.judging.exposure.Exposure.State;
import dev.plumbline.judging.exposure.Exposures;
import dev.plumbline.judging.fact.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExposuresTest {
  private static final String ADDRESS = "address/192.0.2.1";
  private static final String TELNET = "tcp/192.0.2.1/23";
  private static final String WEB = "tcp/192.0.2.1/8080";
  private static final String MIRAI = "telnet-default-logins";
  private static final String SETUP = "router-web-command";
  private static final String HG532 = "hg532-soap-injection";
  private static final String PROXY = "firewall-opened-for-proxy";

  private static Exposure exposure(String vector, Observation... seen) {
    return exposure(vector, world(seen));
  }

  private static World world(Observation... seen) {
    World world = new World();
    for (Observation o : seen) {
      world.seen(o);
    }
    return world;
  }

  private static Exposure exposure(String vector, World world) {
    CryptoPolicy policy =
        new CryptoPolicy("p", LocalDate.of(2026, 1, 1), "p", Map.of(), Digest.of("p"));
    Facts facts = Facts.of(world.catalogue(), world.dossier(), policy, LocalDate.of(2026, 11, 24));
    return Exposures.of(Attacks.load(), facts).stream()
        .filter(e -> e.vector().id().equals(vector))
        .findFirst()
        .orElseThrow();
  }

  private static Observation scan(List<String> tried, List<String> silent, Integer... open) {
    return World.observation(
        "tcp.open-ports",
        ADDRESS,
        Map.of("open", List.of(open)),
        Map.of(
            "ports",
            tried,
            "unanswered",
            (long) silent.size(),
            "unansweredPorts",
            silent,
            "outOfScope",
            List.of()),
        "1.0");
  }

  private static Observation scan(Map<String, Object> coverage, Integer... open) {
    return World.line("tcp.open-ports", ADDRESS, Map.of("open", List.of(open)), coverage, "1.0");
  }

  private static Observation whole(Integer... open) {
    return scan(List.of("1-65535"), List.of(), open);
  }

  private static Observation speaks(String subject, String protocol) {
    return World.observation("service.identified", subject, Map.of("protocol", protocol));
  }

  private static Observation logins(
      String subject, List<Object> accepted, Map<String, Object> coverage) {
    return World.observation(
        "login.default-password", subject, Map.of("accepted", accepted), coverage, "1.0");
  }

  private static Map<String, Object> tried(long tried) {
    return Map.of("list", "mirai-2016 (62)", "tried", tried, "of", 62L);
  }

  private static Observation surface(String subject, List<Object> found, List<String> absent) {
    return World.observation(
        "attack.surface",
        subject,
        Map.of(
            "found",
            found,
            "absent",
            absent,
            "undecided",
            Map.of("http-proxy", "It kept silent.")));
  }

  private static Object found(String surface) {
    return Map.of("surface", surface, "sign", "its sign");
  }

  private static void stands(Exposure exposure, State state) {
    assertThat(exposure.state()).as(exposure.toString()).isEqualTo(state);
    assertThat(exposure.missing().isEmpty()).isEqualTo(state != State.UNTESTED);
    assertThat(state == State.UNTESTED || !exposure.proof().isEmpty()).isTrue();
  }

  @Test
  void nothingIsKnownOfAProductThatWasNotTested() {
    stands(exposure(MIRAI), State.UNTESTED);
    stands(exposure(MIRAI, new World().noTargets()), State.UNTESTED);
  }

  @Test
  void aPublishedLoginOverTelnetOpensTheWay() {
    Observation login =
        logins(TELNET, List.of(Map.of("user", "root", "list", "mirai-2016")), tried(3));
    Exposure open = exposure(MIRAI, whole(23), speaks(TELNET, "telnet"), login);
    stands(open, State.OPEN);
    assertThat(open.proof())
        .singleElement()
        .extracting(Exposure.Proof::observation)
        .isEqualTo(login);
    assertThat(open.proof().getFirst().says()).contains(TELNET, "root");
  }

  @Test
  void aPublishedLoginOverAnotherProtocolDoesNotOpenTelnet() {
    Observation login =
        logins(WEB, List.of(Map.of("user", "support", "list", "mirai-2016")), tried(3));
    stands(exposure(MIRAI, whole(8080), speaks(WEB, "http"), login), State.CLOSED);
  }

  @Test
  void aPortThatOpenedLaterIsNotClosed() {
    Observation later =
        World.observation("tcp.later-ports", ADDRESS, Map.of("open", List.of(Map.of("port", 23L))));
    stands(exposure(MIRAI, whole()), State.CLOSED);
    stands(exposure(MIRAI, whole(), later), State.UNTESTED);
  }

  @Test
  void aTelnetServiceWithoutALoginIsOpen() {
    stands(
        exposure(
            MIRAI,
            whole(23),
            speaks(TELNET, "telnet"),
            World.observation("login.mechanism", TELNET, Map.of("kind", "none"))),
        State.OPEN);
  }

  @Test
  void closedPortsCloseTheWay() {
    Exposure closed = exposure(MIRAI, whole(8443));
    stands(closed, State.CLOSED);
    assertThat(closed.proof().getFirst().says()).contains("tcp/23, tcp/2323");
  }

  @Test
  void portsThatWereNotTriedOrKeptSilentCloseNothing() {
    stands(exposure(MIRAI, scan(List.of("1-1024"), List.of(), 80)), State.UNTESTED);
    stands(exposure(MIRAI, scan(List.of("1-65535"), List.of("20-30"), 80)), State.UNTESTED);
    stands(exposure(MIRAI, scan(Map.of(), 80)), State.UNTESTED);
    stands(
        exposure(MIRAI, scan(Map.of("ports", List.of("1-65535"), "unanswered", 7L), 80)),
        State.UNTESTED);
    stands(exposure(MIRAI, scan(Map.of("ports", List.of("1-65535")), 80)), State.UNTESTED);
    stands(
        exposure(
            MIRAI,
            scan(
                Map.of(
                    "ports", List.of("1-65535"), "unanswered", 0L, "outOfScope", List.of("1-100")),
                80)),
        State.UNTESTED);
    stands(exposure(MIRAI, World.unanswered("tcp.open-ports", ADDRESS, "mute")), State.UNTESTED);
  }

  @Test
  void aWholeListThatWasRefusedClosesItForItsOwnAttackAlone() {
    Observation[] seen = {
      whole(23), speaks(TELNET, "telnet"), logins(TELNET, List.of(), tried(62))
    };
    stands(exposure(MIRAI, seen), State.CLOSED);
    stands(exposure("telnet-logins-on-arc", seen), State.UNTESTED);
  }

  @Test
  void aListThatStoppedEarlyClosesNothing() {
    stands(
        exposure(MIRAI, whole(23), speaks(TELNET, "telnet"), logins(TELNET, List.of(), tried(61))),
        State.UNTESTED);
    Map<String, Object> stopped =
        Map.of("list", "mirai-2016 (62)", "tried", 62L, "of", 62L, "stopped", "locked");
    stands(
        exposure(MIRAI, whole(23), speaks(TELNET, "telnet"), logins(TELNET, List.of(), stopped)),
        State.UNTESTED);
    stands(
        exposure(MIRAI, whole(23), speaks(TELNET, "telnet"), logins(TELNET, List.of(), Map.of())),
        State.UNTESTED);
    stands(exposure(MIRAI, whole(23), speaks(TELNET, "telnet")), State.UNTESTED);
    stands(
        exposure(
            MIRAI,
            whole(23),
            speaks(TELNET, "telnet"),
            World.unanswered("login.default-password", TELNET, "silent")),
        State.UNTESTED);
  }

  @Test
  void anotherProtocolAtThePortKeepsTheAttackOutAndAnUnknownOneDoesNot() {
    stands(exposure(MIRAI, whole(23), speaks(TELNET, "ssh")), State.CLOSED);
    stands(exposure(MIRAI, whole(23), speaks(TELNET, "unknown")), State.UNTESTED);
    stands(
        exposure(MIRAI, whole(23), World.unanswered("service.identified", TELNET, "mute")),
        State.UNTESTED);
  }

  @Test
  void aSurfaceThatWasFoundOpensTheWayWhateverItsPort() {
    Exposure open =
        exposure(HG532, whole(8080), surface(WEB, List.of(found("hg532-upgrade")), List.of()));
    stands(open, State.OPEN);
    assertThat(open.proof().getFirst().says()).contains(WEB, "hg532-upgrade", "its sign");
  }

  @Test
  void aSurfaceThatIsAbsentClosesOnlyWhereItsAbsenceTells() {
    Observation absent = surface(WEB, List.of(), List.of("netgear-dgn-setup", "hg532-upgrade"));
    stands(exposure(SETUP, whole(8080), speaks(WEB, "http"), absent), State.CLOSED);
    String other = "tcp/192.0.2.1/37215";
    stands(
        exposure(
            HG532,
            whole(37215),
            speaks(other, "http"),
            surface(other, List.of(), List.of("hg532-upgrade"))),
        State.UNTESTED);
  }

  @Test
  void aSurfaceThatIsUndecidedOrWasNotLookedForClosesNothing() {
    stands(exposure(SETUP, whole(8080), speaks(WEB, "http")), State.UNTESTED);
    stands(
        exposure(SETUP, whole(8080), speaks(WEB, "http"), surface(WEB, List.of(), List.of())),
        State.UNTESTED);
    stands(
        exposure(
            SETUP,
            whole(8080),
            speaks(WEB, "http"),
            World.unanswered("attack.surface", WEB, "mute")),
        State.UNTESTED);
  }

  @Test
  void aProxyAtARandomPortIsClosedOnlyWhenEveryPortIsKnown() {
    Observation none = surface(WEB, List.of(), List.of("socks5-proxy", "http-proxy"));
    Observation half = surface(WEB, List.of(), List.of("socks5-proxy"));
    stands(exposure(PROXY, whole(8080), none), State.CLOSED);
    stands(exposure(PROXY, whole(8080, 9000), none), State.UNTESTED);
    stands(exposure(PROXY, scan(List.of("1-65534"), List.of(), 8080), none), State.UNTESTED);
    Exposure undecided = exposure(PROXY, whole(8080), half);
    stands(undecided, State.UNTESTED);
    assertThat(undecided.missing())
        .containsExactly(WEB + " is open, http-proxy undecided: It kept silent.");
    stands(
        exposure(PROXY, whole(8080), surface(WEB, List.of(found("socks5-proxy")), List.of())),
        State.OPEN);
  }

  @Test
  void whatWasSeenOfAnotherVersionCountsForNothing() {
    Observation old =
        World.observation(
            "tcp.open-ports",
            ADDRESS,
            Map.of("open", List.of()),
            Map.of("ports", List.of("1-65535"), "unanswered", 0L),
            "0.9");
    stands(exposure(MIRAI, old), State.UNTESTED);
    stands(
        exposure(MIRAI, world(whole(), speaks(TELNET, "telnet")).version("2.0")), State.UNTESTED);
  }

  @Test
  void everyVectorOfEveryAttackIsAnswered() {
    long vectors = Attacks.load().stream().mapToLong(a -> a.vectors().size()).sum();
    CryptoPolicy policy =
        new CryptoPolicy("p", LocalDate.of(2026, 1, 1), "p", Map.of(), Digest.of("p"));
    World world = new World();
    Facts facts = Facts.of(world.catalogue(), world.dossier(), policy, LocalDate.of(2026, 11, 24));
    List<Attack> attacks = Attacks.load();
    assertThat(Exposures.of(attacks, facts))
        .hasSize((int) vectors)
        .allMatch(e -> e.state() == State.UNTESTED);
  }
}
