package dev.plumbline.probe.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeOutcome.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every probe keeps, whoever wrote it. A probe's test class extends this and adds what its
 * probe sees at good and at bad devices.
 */
public abstract class ProbeContract {
  /** Seconds for a login that is locked, or whose server turns us away: 45 for each peer add up. */
  private static final int WAIT = 1;

  /** A password that peers give away; it may be stored nowhere. */
  static final String SECRET = "s3cret-Horse/42+x";

  /** A new probe. */
  protected abstract Probe probe();

  /** What the probe speaks. */
  protected abstract PeerProtocol protocol();

  /** A loopback address of this test alone, such as 127.77.3.1. */
  protected abstract String address();

  /**
   * Tells the trial what other probes would have recorded about the peer, such as {@code
   * service.identified}.
   */
  protected abstract ProbeTrial introduce(ProbeTrial trial, Endpoint peer);

  /**
   * Whether a fact seen at a hostile peer is true of it. Nothing may be concluded from such a peer,
   * so that the answer is no unless a test class knows better.
   *
   * @param peer name of the peer, a key of {@link HostilePeers#all}
   */
  protected boolean isTrueOf(String peer, Observation fact) {
    return false;
  }

  /**
   * Whether the probe calls the peers of this contract at all. One that does not is held to a
   * contract of the ways in which it meets a device, such as {@link DrivenContract}.
   */
  protected boolean callsPeers() {
    return true;
  }

  /** Fields of a coverage that tell how long something took, which differs between two runs. */
  protected Set<String> durations() {
    return Set.of();
  }

  /** Bounds that make a hostile peer cost a test a fraction of a second. */
  protected Limits limits() {
    return Limits.usual().hurried(Duration.ofMillis(150), Duration.ofMillis(600));
  }

  /** Runs the probe against a peer within {@link #limits}. */
  protected final Result run(Peer peer) {
    Probe probe = probe();
    ProbeTrial trial =
        introduce(ProbeTrial.against(peer.endpoint()).wait(WAIT), peer.endpoint())
            .credential("user", "someone", SECRET)
            .limits(limits());
    return trial.run(probe);
  }

  @TestFactory
  Stream<DynamicTest> aHostilePeerProvesNothing() {
    return HostilePeers.all(protocol(), 20).entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(e.getKey(), () -> provesNothing(e.getKey(), e.getValue())));
  }

  private void provesNothing(String name, Behaviour behaviour) {
    try (Peer peer = Peer.at(address(), behaviour)) {
      Result result = run(peer);
      assertThat(result.report().probes().getFirst().state())
          .as("%s: %s", name, result.report())
          .isEqualTo(State.DONE);
      List<Observation> own = result.ofProbe(probe());
      assertThat(own).as("what was asked is answered, or said to be without answer").isNotEmpty();
      assertThat(own)
          .filteredOn(o -> o.seen() && !isTrueOf(name, o))
          .as("facts seen at a peer that %s", name)
          .isEmpty();
      assertThat(own)
          .filteredOn(o -> o.outcome() == Outcome.UNDETERMINED)
          .allSatisfy(o -> assertThat(o.reason()).isNotBlank());
    }
  }

  /** Whatever stands on a page, the probe ends by itself, in its time, and did not fail. */
  @TestFactory
  Stream<DynamicTest> aHostilePageEndsNoProbe() {
    Map<String, Behaviour> pages =
        protocol().name().equals("http") ? HostilePeers.pages() : Map.of();
    return pages.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> endsByItself(e.getValue())));
  }

  private void endsByItself(Behaviour behaviour) {
    try (Peer peer = Peer.at(address(), behaviour)) {
      Result result = run(peer);
      assertThat(result.report().probes().getFirst().state())
          .as("%s", result.report())
          .isEqualTo(State.DONE);
      assertThat(result.ofProbe(probe())).isNotEmpty();
    }
  }

  /** Hostile peers that nobody talks to prove nothing of the probe. */
  @Test
  void itTalksToThePeersThatItIsHeldTo() {
    Behaviour mute = HostilePeers.named("mute", protocol());
    try (Peer peer = Peer.at(address(), mute);
        Peer untried = Peer.at(address(), mute)) {
      run(peer);
      // The runner looks by itself whether the device is alive.
      introduce(ProbeTrial.against(untried.endpoint()), untried.endpoint())
          .limits(limits())
          .run(new IdleProbe(probe()));
      assertThat(peer.called() > untried.called()).isEqualTo(callsPeers());
    }
  }

  @Test
  void anEndpointOutsideTheScopeGetsNoConnection() {
    try (Peer peer = Peer.at(address(), (client, n) -> {})) {
      int other = peer.endpoint().port() == 65535 ? 65534 : peer.endpoint().port() + 1;
      ProbeTrial trial = ProbeTrial.against(Endpoint.tcp(peer.endpoint().address(), other));
      introduce(trial, peer.endpoint()).limits(limits()).run(probe());
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void theProbeEndsWhenItsTimeIsOver() {
    Probe probe = probe();
    try (Peer peer = Peer.at(address(), HostilePeers.named("mute", protocol()))) {
      Probe hasty = new HastyProbe(probe, Duration.ofMillis(100));
      ProbeTrial trial = introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint());
      Result result = trial.run(hasty);
      assertThat(result.ofProbe(probe))
          .filteredOn(Observation::seen)
          .allMatch(o -> isTrueOf("mute", o));
      assertThat(result.report().probes().getFirst().state()).isIn(State.OUT_OF_TIME, State.DONE);
    }
  }

  @Test
  void aSecretThatThePeerGivesAwayIsStoredNowhere() {
    byte[] greeting = protocol().greeting();
    byte[] gift = gift().getBytes(StandardCharsets.UTF_8);
    Behaviour generous =
        (client, n) -> {
          client.getOutputStream().write(greeting);
          for (byte b : gift) {
            client.getOutputStream().write(b);
            client.getOutputStream().flush();
          }
          client.shutdownOutput();
          client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        };
    try (Peer peer = Peer.at(address(), generous)) {
      assertThat(given(run(peer))).isEmpty();
    }
  }

  /** The secret in all its forms, a line each. */
  static String gift() {
    return SecretCodings.all().values().stream()
        .map(form -> "\r\n" + form.apply(SECRET))
        .collect(Collectors.joining("", "\r\n" + SECRET, "\r\n" + SECRET));
  }

  /** The forms of the secret that were stored. */
  static List<String> given(Result result) {
    String stored = result.stored().toLowerCase(Locale.ROOT);
    return SecretCodings.all().entrySet().stream()
        .filter(form -> stored.contains(form.getValue().apply(SECRET).toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void twoRunsSeeTheSame() {
    Behaviour garbage = HostilePeers.named("garbage 1", protocol());
    try (Peer peer = Peer.at(address(), garbage)) {
      assertThat(facts(run(peer))).isEqualTo(facts(run(peer)));
    }
  }

  final List<List<Object>> facts(Result result) {
    return result.ofProbe(probe()).stream()
        .map(o -> List.<Object>of(o.key(), o.subject(), o.outcome(), o.value(), lasting(o)))
        .toList();
  }

  private Map<String, Object> lasting(Observation o) {
    Map<String, Object> coverage = new HashMap<>(o.coverage());
    coverage.keySet().removeAll(durations());
    return coverage;
  }

  @Test
  void everyObservationHasAPlainForm() {
    try (Peer peer = Peer.at(address(), HostilePeers.named("mute", protocol()))) {
      assertThat(run(peer).all())
          .allSatisfy(
              o -> {
                assertThat(o.value()).allSatisfy((k, v) -> assertThat(isPlain(v)).isTrue());
                assertThat(o.coverage()).allSatisfy((k, v) -> assertThat(isPlain(v)).isTrue());
              });
    }
  }

  private static boolean isPlain(Object value) {
    return switch (value) {
      case String s -> true;
      case Long n -> true;
      case Double d -> true;
      case Boolean b -> true;
      case List<?> l -> l.stream().allMatch(ProbeContract::isPlain);
      case Map<?, ?> m ->
          m.keySet().stream().allMatch(String.class::isInstance)
              && m.values().stream().allMatch(ProbeContract::isPlain);
      default -> false;
    };
  }

  @Test
  void itsDescriptionIsWhole() {
    var spec = probe().spec();
    String name = probe().getClass().getSimpleName();
    String ofPackage = probe().getClass().getPackageName();
    assertThat(ofPackage).endsWith("." + spec.id().replace("-", ""));
    assertThat(name.toLowerCase(Locale.ROOT)).isEqualTo(spec.id().replace("-", "") + "probe");
    assertThat(spec.question()).endsWith("?");
    assertThat(spec.budget()).isPositive();
    assertThat(Set.copyOf(spec.produces())).hasSameSizeAs(spec.produces());
  }
}
