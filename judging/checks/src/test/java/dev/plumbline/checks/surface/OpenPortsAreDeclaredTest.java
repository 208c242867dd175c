package dev.plumbline.checks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.LaterLook;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Check.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPortsAreDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new OpenPortsAreDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.of(EditionId.named("3.1.3"))
        .rows(
            "28-LogIntf",
            """
            - {id: A-1, endpoints: [tcp/443]}
            - {id: A-2, endpoints: [udp/5353]}
            """)
        .tcp("443")
        .udp("5353")
        .service(443, "{protocol: http}");
  }

  @Override
  protected Scene refuted() {
    return holding().tcp("443", "9527");
  }

  @Override
  protected String refutedBy() {
    return "tcp.open-ports";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void namesTheTableAndWhatIsOpen() {
    assertThat(violated(refuted()).reason()).contains("28-LogIntf", "tcp/192.0.2.1/9527 is open");
    assertThat(contradiction(refuted()))
        .startsWith("ixit/28-LogIntf.yaml:1:3: 28-LogIntf lists every ");
  }

  @Test
  void aRowThatIsDeclaredOffAndOutOfReachListsNoOpenPort() {
    String rows =
        """
        - {id: A-1, endpoints: [tcp/443]}
        - {id: A-2, endpoints: [udp/5353]}
        - {id: A-3, endpoints: [tcp/2222], status: disabled %s, networkReachable: %s}
        """;
    Scene open = holding().tcp("443", "2222").service(2222, "{protocol: ssh}");
    assertThat(violated(open.rows("28-LogIntf", rows.formatted("permanently", "false"))).reason())
        .contains("tcp/192.0.2.1/2222 (ssh) is open, and A-3", "declared disabled permanently");
    // What its user may enable is listed, whether or not it is on now.
    holds(open.rows("28-LogIntf", rows.formatted("by default", "true")));
    holds(holding().rows("28-LogIntf", rows.formatted("permanently", "false")));
  }

  @Test
  void anotherRowThatIsOnListsThePortOfOneThatIsOff() {
    holds(
        holding()
            .rows(
                "28-LogIntf",
                """
                - {id: A-1, endpoints: [tcp/443]}
                - {id: A-2, endpoints: [udp/5353]}
                - {id: A-3, endpoints: [tcp/443], status: disabled, networkReachable: false}
                """));
  }

  @Test
  void aTableWithoutRowsIsContradictedAsAWhole() {
    assertThat(refuted().rows("28-LogIntf", "[]").judge(check()).contradictions())
        .singleElement()
        .satisfies(c -> assertThat(c.place().file()).isEqualTo("ixit/28-LogIntf.yaml"));
  }

  @Test
  void severalUndeclaredServicesAreOneContradiction() {
    Outcome outcome = holding().tcp("443", "9527", "2323").udp("5353", "161").judge(check());
    assertThat(outcome.contradictions()).hasSize(1);
    assertThat(outcome.contradictions().getFirst().observed()).contains("9527", "2323", "udp/");
  }

  @Test
  void anAnsweredUdpPortThatIsNotDeclaredRefutes() {
    assertThat(violated(holding().udp("5353", "161")).reason()).contains("udp/192.0.2.1/161");
  }

  @Test
  void aSilentUdpPortIsAGapUnlessItIsDeclared() {
    undetermined(silent("['161']"), "UDP ports of 192.0.2.1, 1 gave no answer");
    undetermined(silent("[1-1000]"), "UDP ports of 192.0.2.1, 1 gave no answer");
    holds(silent("['5000-6000']"));
    holds(silent("['5353']"));
  }

  @Test
  void aSilentTcpPortIsAGapEvenWhereItIsDeclared() {
    undetermined(
        holding()
            .seen(
                "tcp.open-ports",
                "address/192.0.2.1",
                "{open: []}",
                FULL.replace("unanswered: 0", "unanswered: 1, unansweredPorts: ['443']")),
        "TCP ports of 192.0.2.1, 1 gave no answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ports: [1-1000], tried: 1000, unanswered: 0}",
        "{ports: [1-22, 24-65535], tried: 65534, unanswered: 0}",
        "{ports: [1-65535], unanswered: 0, outOfScope: ['23']}",
        "{ports: [1-65535], tried: 65535}",
        "{}"
      })
  void portsThatNobodyAskedAreAGap(String coverage) {
    Scene scene = holding();
    assertThat(
            finding(scene.line("tcp.open-ports", "address/192.0.2.1", "{open: [443]}", coverage)))
        .isInstanceOf(Finding.Undetermined.class);
    assertThat(
            finding(
                scene.line("udp.open-ports", "address/192.0.2.1", "{answered: [5353]}", coverage)))
        .isInstanceOf(Finding.Undetermined.class);
  }

  /** It opens after a login, or minutes after the start. */
  @Test
  void aPortThatOpenedLaterRefutesLikeOneOpenFromTheStart() {
    assertThat(violated(opened(holding(), "[{port: 2222, greeting: SSH-2.0-x}]")).reason())
        .contains(
            "tcp/192.0.2.1/2222 (found at the second look, 95 s after the first; it says"
                + " \"SSH-2.0-x\") is open");
    undetermined(opened(holding(), "[{port: 443}]").service(443, "{protocol: unknown}"), "443");
  }

  @Test
  void aSecondLookThatFoundNothingIsToldAndOneThatWasNotMadeChangesNothing() {
    holds(opened(holding(), "[]"));
    assertThat(opened(holding(), "[]").judge(check()).questionLog())
        .satisfies(
            l -> {
              assertThat(l.lookedAt())
                  .contains(
                      "65535 TCP ports of 192.0.2.1 were asked again, 95 s after the first, 0 more"
                          + " open");
              assertThat(l.notLookedAt()).doesNotContain(LaterLook.NOT_MADE);
            });
    holds(holding().unanswered(LATER, "address/192.0.2.1"));
    assertThat(holding().unanswered(LATER, "address/192.0.2.1").judge(check()).questionLog())
        .satisfies(l -> assertThat(l.notLookedAt()).contains(LaterLook.NOT_MADE));
  }

  @Test
  void aPortThatOpenedInAnEarlierSecondLookStaysFoundUnlessTheNewestIsRefusedThere() {
    assertThat(violated(onceOpened(holding())).reason()).contains("tcp/192.0.2.1/2222");
    violated(onceOpened(holding().unanswered(LATER, "address/192.0.2.1")));
    violated(
        onceOpened(
            holding()
                .seen(
                    LATER,
                    "address/192.0.2.1",
                    "{open: []}",
                    SECOND.replace(
                        "unanswered: 0, unansweredPorts: []",
                        "unanswered: 1, unansweredPorts: ['2222']"))));
    holds(onceOpened(opened(holding(), "[]")));
  }

  private static final String LATER = "tcp.later-ports";
  private static final String SECOND =
      "{ports: [1-65535], tried: 65535, unanswered: 0, unansweredPorts: [], secondsSinceFirst: 95}";

  private static Scene opened(Scene scene, String open) {
    return scene.seen(LATER, "address/192.0.2.1", "{open: " + open + "}", SECOND);
  }

  private static Scene onceOpened(Scene now) {
    return now.seenBefore(LATER, "address/192.0.2.1", "{open: [{port: 2222}]}", SECOND);
  }

  @Test
  void everyAddressOfTheDeviceHasToBeLookedAt() {
    undetermined(holding().addresses("192.0.2.1", "192.0.2.2"), "192.0.2.2");
  }

  @Test
  void anAddressOfTheDeviceThatNobodyNamedIsAGap() {
    undetermined(
        holding().others("['2001:db8::7']"),
        "also has the address 2001:db8::7, which product.yaml does not name");
    undetermined(
        holding().without("device.addresses", "address/192.0.2.1"),
        "Nothing looked for other addresses of 192.0.2.1");
    undetermined(
        holding()
            .seen(
                "device.addresses",
                "address/192.0.2.1",
                "{mac: a, others: []}",
                "{families: [ipv4], notCalled: 'it may not'}"),
        "IPv6 addresses of 192.0.2.1 were not looked for: it may not");
  }

  /** What refuses later is closed; what falls silent stays found. */
  @Test
  void aServiceThatAnsweredOnceAndFellSilentStaysFound() {
    String all = "{ports: [1-65535], tried: 65535, unanswered: 1, unansweredPorts: ['9527']}";
    holds(onceOpen(holding()));
    assertThat(
            violated(
                    onceOpen(
                        holding()
                            .seen("tcp.open-ports", "address/192.0.2.1", "{open: [443]}", all)))
                .reason())
        .contains("tcp/192.0.2.1/9527 is open");
    violated(onceOpen(holding().unanswered("tcp.open-ports", "address/192.0.2.1")));
  }

  private static Scene onceOpen(Scene now) {
    return now.seenBefore("tcp.open-ports", "address/192.0.2.1", "{open: [443, 9527]}", FULL);
  }

  private static final String SOCKETS =
      "{sockets: [{transport: tcp, address: '*', port: 443, process: httpd, loopback: false},"
          + " {transport: udp, address: 127.0.0.1, port: 53, process: dns, loopback: true}%s]}";
  private static final String WHOLE = "{transports: [tcp, udp], complete: true}";

  /** It knows of silent ports, and of every address. */
  @Test
  void theListOfTheConsoleClosesWhatASearchLeavesOpen() {
    Scene open = silent("['161']").without("device.addresses", "address/192.0.2.1");
    holds(open.seen("console.sockets", "DUT", SOCKETS.formatted(""), WHOLE));
    undetermined(
        open.seen(
            "console.sockets",
            "DUT",
            SOCKETS.formatted(
                ", {transport: udp, address: '*', port: 68, process: udhcpc, loopback: false}"),
            WHOLE),
        "the console lists udp/68 (udhcpc), which no row names");
    for (String coverage :
        List.of("{transports: [tcp, udp]}", "{transports: [tcp], complete: true}")) {
      undetermined(
          open.seen("console.sockets", "DUT", SOCKETS.formatted(""), coverage),
          "UDP ports of 192.0.2.1, 1 gave no answer");
    }
  }

  @Test
  void eachOpenQuestionNamesItsRemedy() {
    assertThat(remedies(silent("['161']"))).anyMatch(r -> r.contains("ss -tulpn"));
    assertThat(remedies(holding().others("['2001:db8::7']")))
        .contains("In product.yaml, test.targets: add 2001:db8::7.");
    assertThat(remedies(holding().without("device.addresses", "address/192.0.2.1")))
        .contains("plumbline test DIR --only device-addresses");
    assertThat(remedies(holding().without("tcp.open-ports", "address/192.0.2.1")))
        .contains("plumbline test DIR --only tcp-open-ports");
  }

  @Test
  void aRemedyFitsWhatLeftTheQuestionOpen() {
    String rest = "allow the ports 1-65535 of 192.0.2.1";
    String other = "from a machine with several addresses";
    String full = FULL.replace("unanswered: 0", "unanswered: 0, outOfScope: ['23']");
    assertThat(remedies(holding().seen("tcp.open-ports", "address/192.0.2.1", "{open: []}", full)))
        .anyMatch(r -> r.contains(rest))
        .noneMatch(r -> r.contains(other));
    assertThat(
            remedies(
                holding()
                    .seen(
                        "udp.open-ports",
                        "address/192.0.2.1",
                        "{answered: []}",
                        "{ports: [1-65535], tried: 65535, unanswered: 1, unansweredPorts: ['161'],"
                            + " stopped: 'it slows its answers'}")))
        .anyMatch(r -> r.contains(other))
        .noneMatch(r -> r.contains(rest));
    assertThat(
            remedies(
                holding()
                    .seen(
                        "device.addresses",
                        "address/192.0.2.1",
                        "{mac: a, others: []}",
                        "{families: [ipv4], notCalled: 'it may not'}")))
        .hasSize(1)
        .allMatch(r -> r.contains("ss -tulpn"));
  }

  private List<String> remedies(Scene scene) {
    return finding(scene) instanceof Finding.Undetermined u
        ? u.remedies().stream().map(dev.plumbline.core.Remedy::line).toList()
        : List.of();
  }

  @Test
  void aDeviceWithoutAddressesWasNotLookedAt() {
    undetermined(holding().addresses(new String[0]), "product.yaml names no address");
  }

  private static final String FULL = "{ports: [1-65535], tried: 65535, unanswered: 0}";

  private Scene silent(String ports) {
    return holding()
        .seen(
            "udp.open-ports",
            "address/192.0.2.1",
            "{answered: []}",
            "{ports: [1-65535], tried: 65535, unanswered: 1, unansweredPorts: " + ports + "}");
  }

  @Test
  void aDeclaredPortThatSaysNothingIsAGap() {
    undetermined(
        holding().service(443, "{protocol: unknown}"),
        "nobody recognised what speaks at tcp/192.0.2.1/443");
  }

  /** It answered to its own protocol, although it was silent when all ports were asked. */
  @Test
  void aServiceOverUdpThatAnsweredByNameRefutes() {
    String ssdp = "udp/192.0.2.1/1900";
    Scene announced = holding().seen("upnp.surface", ssdp, "{present: true}");
    assertThat(violated(announced).reason()).contains(ssdp + " (ssdp) is open");
    holds(holding().seen("upnp.surface", ssdp, "{present: false}"));
    holds(holding().unanswered("upnp.surface", ssdp));
  }

  @Test
  void anAnnouncedServiceThatNoRowNamesIsLookedAtByAPerson() {
    String announced = "{present: true, services: [{kind: _%s._tcp.local, port: %d}]}";
    undetermined(
        holding().seen("mdns.services", "udp/192.0.2.1/5353", announced.formatted("telnet", 2323)),
        "multicast DNS announces tcp/2323");
    holds(holding().seen("mdns.services", "udp/192.0.2.1/5353", announced.formatted("https", 443)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http-proxy", "socks5-proxy", "hidden-ssh"})
  void whatAnswersBesideTheDeclaredServiceRefutes(String surface) {
    Scene scene = besides(surface);
    assertThat(violated(scene).reason()).contains("tcp/192.0.2.1/443", "too (its sign)");
  }

  @Test
  void aWayInThatIsTheServiceItselfDoesNot() {
    holds(besides("cctv-recorder-web"));
  }

  @Test
  void aProxyThatTheRowDeclaresDoesNot() {
    holds(
        besides("http-proxy")
            .rows(
                "28-LogIntf",
                """
                - {id: A-1, endpoints: [tcp/443], description: Web interface and HTTP proxy}
                - {id: A-2, endpoints: [udp/5353]}
                """));
  }

  private Scene besides(String surface) {
    return holding()
        .seen(
            "attack.surface",
            "tcp/192.0.2.1/443",
            "{present: true, surface: "
                + surface
                + ", sign: its sign, found: [{surface: "
                + surface
                + ", sign: its sign}]}");
  }
}
