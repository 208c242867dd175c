package dev.plumbline.probes.passwordchange;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probes.kit.WebDevice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class PasswordChangeProbeTest extends ProbeContract {
  private static final String KEY = "login.password-change";
  private static final String PASSWORD = "mine-7hq3";

  /** Passwords that the device takes now. */
  private final Set<String> taken = new ConcurrentSkipListSet<>(Set.of(PASSWORD));

  private final List<String> changes = new ArrayList<>();
  private boolean keepsOld;
  private boolean keepsNew;
  private boolean forgets;
  private Optional<Peer> running = Optional.empty();
  private int port;
  private Optional<DriverResult> fixed = Optional.empty();

  @Override
  protected Probe probe() {
    return new PasswordChangeProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.84.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial
        .credential("owner", "admin", PASSWORD)
        .given("service.identified", peer.toString(), Map.of("protocol", "http", "tls", false))
        .given(
            "login.mechanism",
            peer.toString(),
            Map.of("kind", "http-basic", "path", "/", "password", true, "clearText", true))
        .driver(ground -> new Changing());
  }

  /** Changes the password of the device. */
  private final class Changing implements DeviceDriver {
    @Override
    public boolean offers(DriverAction action) {
      boolean power = action == DriverAction.POWER_OFF || action == DriverAction.POWER_ON;
      return action == DriverAction.CHANGE_PASSWORD || (power && port > 0);
    }

    @Override
    public Outage outage() {
      return new Outage(Duration.ofMillis(3), Duration.ofSeconds(5));
    }

    @Override
    public Set<String> settings() {
      return Set.of();
    }

    @Override
    public Optional<byte[]> image(String name) {
      return Optional.empty();
    }

    @Override
    public DriverResult perform(
        DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
      if (action == DriverAction.POWER_OFF) {
        running.ifPresent(Peer::close);
        return new DriverResult.Done(Map.of());
      }
      if (action == DriverAction.POWER_ON) {
        if (forgets) {
          taken.clear();
          taken.add(PASSWORD);
        }
        running = Optional.of(Peer.at(address(), port, device(false)));
        return new DriverResult.Done(Map.of());
      }
      String old = arguments.getOrDefault("password", "");
      String fresh = arguments.getOrDefault("new-password", "");
      changes.add(old + " to " + fresh);
      if (fixed.isPresent()) {
        return fixed.get();
      }
      if (!taken.contains(old) || (keepsNew && fresh.equals(PASSWORD))) {
        return new DriverResult.Refused("wrong password");
      }
      if (!keepsOld) {
        taken.remove(old);
      }
      taken.add(fresh);
      return new DriverResult.Done(Map.of());
    }
  }

  private WebDevice device(boolean openAfterChange) {
    return new WebDevice(
        r -> {
          boolean open = openAfterChange && !changes.isEmpty();
          boolean right = taken.stream().anyMatch(p -> r.header("authorization").equals(basic(p)));
          return right || open
              ? html("<p>inside</p>")
              : answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"c\"\r\n", "");
        });
  }

  /** Runs it where the driver can take the power away. */
  private ProbeTrial.Result runWithPower() {
    Peer peer = Peer.at(address(), device(false));
    running = Optional.of(peer);
    port = peer.endpoint().port();
    try {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .given("tcp.open-ports", "address/" + address(), Map.of("open", List.of((long) port)))
          .run(probe());
    } finally {
      running.ifPresent(Peer::close);
    }
  }

  @Test
  void bothPasswordsAreTriedAgainAfterARestart() {
    Map<?, ?> trial = trial(runWithPower().one(KEY));
    assertThat(trial.get("oldAfterRestart")).isEqualTo("refused");
    assertThat(trial.get("newAfterRestart")).isEqualTo("accepted");
    assertThat(trial.get("restored")).isEqualTo(true);
  }

  @Test
  void seesAnOldPasswordThatComesBackWithARestart() {
    forgets = true;
    ProbeTrial.Result result = runWithPower();
    Map<?, ?> trial = trial(result.one(KEY));
    assertThat(trial.get("old")).isEqualTo("refused");
    assertThat(trial.get("oldAfterRestart")).isEqualTo("accepted");
    assertThat(trial.get("restored")).isEqualTo(true);
    assertThat(result.report().probes().getFirst().state()).isEqualTo(ProbeOutcome.State.DONE);
  }

  private ProbeTrial.Result run(boolean openAfterChange) {
    try (Peer peer = Peer.at(address(), device(openAfterChange))) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint()).run(probe());
    }
  }

  private static String basic(String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<?, ?> trial(Observation o) {
    return (Map<?, ?>) ((List<?>) o.value().getOrDefault("trials", List.of())).getFirst();
  }

  @Test
  void theNewPasswordReplacesTheOldOneAndIsSetBack() {
    ProbeTrial.Result result = run(false);
    Observation o = result.one(KEY);
    assertThat(trial(o))
        .isEqualTo(
            Map.of(
                "role",
                "owner",
                "kind",
                "http-basic",
                "old",
                "refused",
                "new",
                "accepted",
                "oldAfterRestart",
                "not tried",
                "newAfterRestart",
                "not tried",
                "restored",
                true));
    assertThat(o.coverage()).containsEntry("control", true).containsEntry("gaps", List.of());
    assertThat(taken).containsExactly(PASSWORD);
    assertThat(changes).hasSize(2);
    assertThat(result.stored()).doesNotContain(PASSWORD);
    assertThat(result.report().probes().getFirst().state()).isEqualTo(ProbeOutcome.State.DONE);
  }

  @Test
  void seesAnOldPasswordThatStillWorks() {
    keepsOld = true;
    assertThat(trial(run(false).one(KEY)).get("old")).isEqualTo("accepted");
  }

  @Test
  void aDeviceThatTakesAnythingAfterTheChangeShowsNothing() {
    Observation o = run(true).one(KEY);
    assertThat(o.seen()).isFalse();
    assertThat(o.reason()).contains("does not refuse an invented password");
  }

  @Test
  void aLoginThatNeverTookTheOldPasswordProvesNothing() {
    taken.clear();
    taken.add("another-one");
    Observation o = run(false).one(KEY);
    assertThat(o.seen()).isFalse();
    assertThat(o.reason()).contains("takes none of the logins of product.yaml");
    assertThat(changes).isEmpty();
  }

  @Test
  void aChangeThatTheDriverDidNotMakeShowsNothing() {
    fixed = Optional.of(new DriverResult.Errored("500"));
    ProbeTrial.Result result = run(false);
    assertThat(result.one(KEY).reason()).contains("the password was not changed: 500");
    assertThat(result.report().probes().getFirst().state()).isEqualTo(ProbeOutcome.State.DONE);
  }

  @Test
  void aPasswordThatIsNotSetBackIsTold() {
    keepsNew = true;
    ProbeTrial.Result result = run(false);
    assertThat(trial(result.one(KEY)).get("restored")).isEqualTo(false);
    ProbeOutcome outcome = result.report().probes().getFirst();
    assertThat(outcome.state()).isEqualTo(ProbeOutcome.State.LEFT_ALTERED);
    assertThat(outcome.reason()).contains("with 'Pl9-' in front").doesNotContain(PASSWORD);
  }

  @Test
  void withoutADriverNothingIsChanged() {
    try (Peer peer = Peer.at(address(), new WebDevice(r -> html("")))) {
      Observation o =
          ProbeTrial.against(peer.endpoint())
              .credential("owner", "admin", PASSWORD)
              .given(
                  "service.identified",
                  peer.endpoint().toString(),
                  Map.of("protocol", "http", "tls", false))
              .given(
                  "login.mechanism",
                  peer.endpoint().toString(),
                  Map.of("kind", "http-basic", "path", "/", "password", true, "clearText", true))
              .run(probe())
              .one(KEY);
      assertThat(o.reason()).contains("needed: a driver.yaml");
    }
  }
}
