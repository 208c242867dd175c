package dev.plumbline.probes.bruteforceresistance;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.LineDevice;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BruteForceResistanceProbeTest extends ProbeContract {
  private static final String KEY = "login.brute-force";
  private static final String PASSWORD = "right-Pw-9";

  @Override
  protected Probe probe() {
    return new BruteForceResistanceProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.24.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return known(trial, peer, "http", "http-basic");
  }

  private static ProbeTrial known(ProbeTrial trial, Endpoint peer, String protocol, String kind) {
    return trial
        .given("service.identified", peer.toString(), Map.of("protocol", protocol, "tls", false))
        .given(
            "login.mechanism",
            peer.toString(),
            Map.of("kind", kind, "path", "/", "password", true, "clearText", true));
  }

  private Observation besiege(Peer.Behaviour device, String protocol, String kind, int budget) {
    return besiege(device, protocol, kind, budget, "");
  }

  /**
   * @param delay seconds that the row of the login says it stays shut; empty when it does not say
   */
  private Observation besiege(
      Peer.Behaviour device, String protocol, String kind, int budget, String delay) {
    try (Peer peer = Peer.at(address(), device)) {
      ProbeTrial trial =
          known(ProbeTrial.against(peer.endpoint()), peer.endpoint(), protocol, kind)
              .credential("user", "owner", PASSWORD)
              .budget(5, budget);
      if (!delay.isEmpty()) {
        trial.ixit(TableRole.AUTHENTICATION_MECHANISMS, row(peer.endpoint(), delay));
      }
      return trial.run(probe()).one(KEY);
    }
  }

  private static IxitEntry row(Endpoint endpoint, String delay) {
    return new IxitEntry(
        "1-AuthMech",
        "AuthMech-1",
        Map.of(
            "endpoints", cell("endpoints", "[" + endpoint.service() + "]"),
            "delaySeconds", cell("delaySeconds", delay)),
        Place.of("t.yaml"));
  }

  private static Cell cell(String key, String yaml) {
    return new Cell(key, YamlReader.read(yaml, "t.yaml", new Problems()).orElseThrow());
  }

  /** A device whose answers to wrong logins depend on how many there were. */
  private static WebDevice basic(java.util.function.IntFunction<String> wrong, boolean shuts) {
    String right =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("owner:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    int[] count = {0};
    return new WebDevice(
        r -> {
          boolean open = !shuts || count[0] < 8;
          return r.header("authorization").equals(right) && open
              ? html("<p>inside</p>")
              : wrong.apply(++count[0]);
        });
  }

  private static String refused() {
    return answer("401 Unauthorized", "", "");
  }

  @Test
  void aDeviceThatDoesNothingIsNeitherSlowNorLocked() {
    Observation seen = besiege(basic(n -> refused(), false), "http", "http-basic", 20);
    assertThat(seen.number("attempts")).contains(19L);
    assertThat(seen.flag("locked")).contains(false);
    assertThat(seen.flag("slowed")).contains(false);
    assertThat(seen.text("accountUsable")).isEqualTo("yes");
    assertThat(seen.texts("delaysMs")).hasSize(19);
    assertThat(seen.coverage()).containsEntry("budget", 20L);
  }

  @Test
  void aLockIsSeenByItsStatus() {
    Observation seen =
        besiege(
            basic(n -> n <= 5 ? refused() : answer("429 Too Many Requests", "", ""), false),
            "http",
            "http-basic",
            20);
    assertThat(seen.flag("locked")).contains(true);
    assertThat(seen.number("lockedAfter")).contains(5L);
    assertThat(seen.text("accountUsable")).isEqualTo("yes");
  }

  @Test
  void aLockThatSaysNothingIsNoAnswerOnWhenItCame() {
    Observation seen = besiege(basic(n -> refused(), true), "http", "http-basic", 15);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("refuses the right password");
  }

  @Test
  void theBudgetOfTheTestIsKept() {
    WebDevice device = basic(n -> refused(), false);
    besiege(device, "http", "http-basic", 6);
    // Six by the budget, and the declared login that shows whether the account can be used.
    assertThat(device.requests()).hasSize(7);
  }

  @Test
  void withoutABudgetNothingIsSent() {
    WebDevice device = basic(n -> refused(), false);
    Observation seen = besiege(device, "http", "http-basic", 0);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(device.requests()).isEmpty();
  }

  @Test
  void aDeviceThatFallsSilentForGoodIsNotSaidToLock() {
    WebDevice device = basic(i -> refused(), false);
    Peer.Behaviour dying =
        (client, n) -> {
          if (device.requests().size() < 5) {
            device.serve(client, n);
          }
        };
    Observation seen = besiege(dying, "http", "http-basic", 20);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("fell over");
  }

  @Test
  void aServiceThatShutsWhileOthersAnswerIsLocked() {
    WebDevice device = basic(i -> refused(), false);
    Peer.Behaviour shutting =
        (client, n) -> {
          if (device.requests().size() < 5) {
            device.serve(client, n);
          }
        };
    try (Peer peer = Peer.at(address(), shutting);
        Peer other = Peer.at(address(), (client, n) -> {})) {
      Observation seen =
          known(
                  ProbeTrial.against(peer.endpoint(), other.endpoint()),
                  peer.endpoint(),
                  "http",
                  "http-basic")
              .given(
                  "service.identified",
                  other.endpoint().toString(),
                  Map.of("protocol", "unknown", "tls", false))
              .budget(5, 20)
              .run(probe())
              .one(KEY);
      assertThat(seen.flag("locked")).contains(true);
      assertThat(seen.number("lockedAfter")).contains(5L);
      assertThat(seen.text("accountUsable")).isEqualTo("unknown");
    }
  }

  // Waits for a second and a half, as the row says that the login stays shut for one.
  @Test
  void aLockThatOutlastsItsDelayIsToldWithTheWait() {
    Observation seen =
        besiege(LineDevice.telnet("owner", PASSWORD).lockingAfter(4), "telnet", "telnet", 12, "1");
    assertThat(seen.number("lockedAfter")).contains(4L);
    assertThat(seen.text("accountUsable")).isEqualTo("no");
    assertThat(seen.number("waitedSeconds")).contains(1L);
  }

  @Test
  void anAccountThatIsUsableAtOnceWasNotWaitedFor() {
    Observation seen =
        besiege(
            basic(n -> n <= 5 ? refused() : answer("429 Too Many Requests", "", ""), false),
            "http",
            "http-basic",
            20,
            "1");
    assertThat(seen.text("accountUsable")).isEqualTo("yes");
    assertThat(seen.number("waitedSeconds")).isEmpty();
  }

  // Waits for a second and a half, as above.
  @Test
  void aLoginThatIsStillLockedAfterItsDelayKeepsItsOwnerOut() {
    Observation seen =
        besiege(
            new WebDevice(r -> answer("429 Too Many Requests", "", "")),
            "http",
            "http-basic",
            20,
            "1");
    assertThat(seen.flag("locked")).contains(true);
    assertThat(seen.number("lockedAfter")).isEmpty();
    assertThat(seen.text("accountUsable")).isEqualTo("no");
    assertThat(seen.number("waitedSeconds")).contains(1L);
  }

  // Waits for a second and a half, as above.
  @Test
  void aLockThatLooksLikeAWrongPasswordAtTheBeginningIsWaitedFor() {
    Observation seen = besiege(silentlyLockedAtFirst(refused()), "http", "http-basic", 20, "1");
    assertThat(seen.text("accountUsable")).isEqualTo("yes");
  }

  // Waits for a second and a half, as above.
  @Test
  void aLoginThatTakesAnyPasswordAfterThatWaitIsToldSo() {
    Observation seen =
        besiege(silentlyLockedAtFirst(html("<p>inside</p>")), "http", "http-basic", 20, "1");
    assertThat(seen.number("opensAfter")).contains(0L);
  }

  /**
   * @param later answer to wrong passwords after the first two logins, which get a refusal whatever
   *     they are
   */
  private static WebDevice silentlyLockedAtFirst(String later) {
    int[] count = {0};
    WebDevice opened = basic(n -> later, false);
    return new WebDevice(
        r -> {
          if (r.header("authorization").isEmpty()) {
            return refused();
          }
          return ++count[0] <= 2 ? refused() : opened.answerTo(r);
        });
  }

  @Test
  void aLoginThatIsLockedFromTheStartSaysNothingWhereNoDelayIsDeclared() {
    Observation seen =
        besiege(
            new WebDevice(r -> answer("429 Too Many Requests", "", "")), "http", "http-basic", 20);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("locked before the test began");
  }

  @Test
  void telnetLocksByWords() {
    Observation seen =
        besiege(LineDevice.telnet("owner", PASSWORD).lockingAfter(4), "telnet", "telnet", 12);
    assertThat(seen.flag("locked")).contains(true);
    assertThat(seen.number("lockedAfter")).contains(4L);
    assertThat(seen.text("accountUsable")).isEqualTo("no");
  }

  @Test
  void ftpLocksByItsReply() {
    Observation seen = besiege(LineDevice.ftp("owner", PASSWORD).lockingAfter(3), "ftp", "ftp", 12);
    assertThat(seen.flag("locked")).contains(true);
    assertThat(seen.number("lockedAfter")).contains(3L);
  }

  @Test
  void theRowOfWrongLoginsBeginsBehindTheRightOne() {
    WebDevice device = basic(n -> refused(), false);
    Observation seen = besiege(device, "http", "http-basic", 6);
    assertThat(seen.number("attempts")).contains(5L);
    assertThat(seen.texts("delaysMs")).hasSize(5);
  }

  @Test
  void theWeakestOfSeveralLoginsIsTheOneThatCounts() {
    WebDevice device = basic(n -> refused(), false);
    try (Peer peer = Peer.at(address(), device)) {
      Map<String, Object> basic = Map.of("kind", "http-basic", "path", "/", "password", true);
      Map<String, Object> form = Map.of("kind", "http-form", "path", "/", "password", true);
      Observation seen =
          introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
              .given(
                  "login.mechanism",
                  peer.endpoint().toString(),
                  Map.of("kind", "http-form", "mechanisms", List.of(form, basic)))
              .budget(5, 8)
              .run(probe())
              .one(KEY);
      // The form cannot be tried; that Basic does not resist stands all the same.
      assertThat(seen.flag("locked")).contains(false);
      assertThat(seen.text("mechanism")).isEqualTo("http-basic");
    }
  }
}
