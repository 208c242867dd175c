package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.run.DriverActionDone;
import dev.plumbline.observation.run.RunProbeDone;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.Wire;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.ProbeOutcome.State;
import dev.plumbline.probe.run.network.Network;
import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbeRunnerTest {
  private static final String HERE = "127.77.2.1";
  private static final Duration SHORT = Duration.ofMillis(100);

  private final List<Observation> kept = new ArrayList<>();
  private final AtomicInteger channels = new AtomicInteger();

  @Test
  void eachProbeRunsAfterThoseThatFeedIt() {
    List<String> order = new ArrayList<>();
    Probe last =
        probe("a-last", List.of("c.fact"), List.of("b.fact"), Intrusiveness.OBSERVE, order);
    Probe first = probe("z-first", List.of("a.fact"), List.of(), Intrusiveness.STRESS, order);
    Probe middle = probe("m", List.of("b.fact"), List.of("a.fact"), Intrusiveness.OBSERVE, order);
    run(List.of(last, first, middle), all("r1"), "127.77.2.2", 1);
    assertThat(order).containsExactly("z-first", "m", "a-last");
  }

  @Test
  void twoThatAddToWhatAThirdBeganRunAfterItAndBeforeThoseThatRead() {
    List<String> order = new ArrayList<>();
    List<String> key = List.of("k.fact");
    Probe reads = probe("a-reads", List.of("r.fact"), key, Intrusiveness.OBSERVE, order);
    Probe adds = probe("b-adds", key, key, Intrusiveness.OBSERVE, order);
    Probe addsToo = probe("c-adds", key, key, Intrusiveness.OBSERVE, order);
    Probe begins = probe("z-begins", key, List.of(), Intrusiveness.STRESS, order);
    assertThat(ProbeOrder.of(List.of(reads, addsToo, adds, begins)))
        .containsExactly(begins, adds, addsToo, reads);
  }

  @Test
  void probesThatNeedEachOtherAreRefused() {
    List<String> order = new ArrayList<>();
    Probe a = probe("a", List.of("a.fact"), List.of("b.fact"), Intrusiveness.OBSERVE, order);
    Probe b = probe("b", List.of("b.fact"), List.of("a.fact"), Intrusiveness.OBSERVE, order);
    assertThatThrownBy(() -> run(List.of(a, b), all("r1"), HERE, 1))
        .hasMessageContaining("need each other");
  }

  @Test
  void aWantedProbeBringsWhatItNeeds() {
    List<String> order = new ArrayList<>();
    Probe a = probe("a", List.of("a.fact"), List.of(), Intrusiveness.OBSERVE, order);
    Probe b = probe("b", List.of("b.fact"), List.of("a.fact"), Intrusiveness.OBSERVE, order);
    Probe c = probe("c", List.of("c.fact"), List.of(), Intrusiveness.OBSERVE, order);
    run(List.of(a, b, c), only("b"), HERE, 1);
    assertThat(order).containsExactly("a", "b");
    assertThatThrownBy(() -> run(List.of(a), only("x"), HERE, 1))
        .hasMessageContaining("no probe 'x'");
  }

  @Test
  void aCrashCostsThatProbesAnswersAndNothingElse() {
    Probe bad =
        AskingProbe.of(
            "bad",
            context -> {
              throw new IllegalStateException("a defect");
            });
    Probe good = AskingProbe.of("good", context -> context.seen("DUT", AskingProbe.fact("good")));
    RunReport report = run(List.of(bad, good), all("r1"), HERE, 1);
    assertThat(report.failed()).isTrue();
    assertThat(report.probes())
        .extracting(ProbeOutcome::state)
        .containsExactly(State.FAILED, State.DONE);
    assertThat(with(AskingProbe.KEY).getFirst().reason())
        .startsWith("the probe failed: IllegalStateException a defect");
    assertThat(with(AskingProbe.KEY).getLast().seen()).isTrue();
  }

  @Test
  void aProbeThatOverrunsItsTimeIsEndedEvenInsideARead() {
    try (Peer mute = Peer.at(HERE, (c, n) -> c.getInputStream().read())) {
      Probe slow =
          AskingProbe.of(
                  "slow",
                  context -> {
                    Wire wire = context.connect(mute.endpoint(), SHORT);
                    while (true) {
                      try {
                        wire.read(1, Duration.ofHours(1));
                      } catch (Wire.SilenceException e) {
                        context.progress("waiting", 0);
                      }
                    }
                  })
              .within(Duration.ofMillis(200));
      RunReport report = run(List.of(slow), all("r1"), HERE, mute.endpoint().port());
      assertThat(report.probes().getFirst().state()).isEqualTo(State.OUT_OF_TIME);
      assertThat(with(AskingProbe.KEY).getFirst().reason()).contains("time");
      assertThat(with("run.probe-done")).isEmpty();
    }
  }

  @Test
  void aDeviceThatFellOverWithdrawsWhatWasSeenAndStopsIntrusiveProbes() {
    List<String> order = new ArrayList<>();
    Peer device = Peer.at(HERE, (c, n) -> {});
    Probe killer =
        new AskingProbe(
            AskingProbe.spec("killer", List.of(AskingProbe.KEY), List.of(), Intrusiveness.OBSERVE),
            context -> {
              context.seen("DUT", AskingProbe.fact("killer"));
              device.close();
            });
    Probe gentle = probe("later", List.of("later.fact"), List.of(), Intrusiveness.OBSERVE, order);
    Probe rough = probe("rough", List.of("rough.fact"), List.of(), Intrusiveness.PROVOKE, order);
    RunReport report =
        run(List.of(killer, gentle, rough), all("r1"), HERE, device.endpoint().port());
    assertThat(report.probes())
        .extracting(ProbeOutcome::state)
        .containsExactly(State.DEVICE_DOWN, State.DONE, State.NOT_RUN);
    Observation withdrawn = with(AskingProbe.KEY).getFirst();
    assertThat(withdrawn.seen()).isFalse();
    assertThat(withdrawn.value()).isEmpty();
    assertThat(withdrawn.reason()).contains("stopped answering while killer ran");
    assertThat(with("device.health").getFirst().value()).containsEntry("alive", false);
    assertThat(with("rough.fact").getFirst().reason()).startsWith("not asked: ");
    assertThat(order).containsExactly("later");
  }

  @Test
  void aDeviceThatCouldNotBePutBackIsOnlyObservedFromThenOn() {
    List<String> order = new ArrayList<>();
    Probe changer =
        new AskingProbe(
            AskingProbe.spec("changer", List.of(AskingProbe.KEY), List.of(), Intrusiveness.OBSERVE),
            context -> {
              context.seen("DUT", AskingProbe.fact("changer"));
              context.leftAltered("its password is another one");
            });
    Probe gentle =
        new AskingProbe(
            AskingProbe.spec("later", List.of("later.fact"), List.of(), Intrusiveness.OBSERVE),
            context -> order.add("later, as " + context.alteredBefore().orElse("nothing")));
    Probe rough = probe("rough", List.of("rough.fact"), List.of(), Intrusiveness.PROVOKE, order);
    try (Peer device = Peer.at(HERE, (c, n) -> {})) {
      RunReport report =
          run(List.of(changer, gentle, rough), all("r1"), HERE, device.endpoint().port());
      assertThat(report.probes())
          .extracting(ProbeOutcome::state)
          .containsExactly(State.LEFT_ALTERED, State.DONE, State.NOT_RUN);
      assertThat(with(AskingProbe.KEY).getFirst().seen()).isTrue();
      assertThat(with("rough.fact").getFirst().reason())
          .contains("changer left the device altered: its password is another one");
      assertThat(order)
          .containsExactly(
              "later, as changer left the device altered: its password is another one");
    }
  }

  @Test
  void resumeLeavesOutWhatIsDoneAndRepeatsWhatIsNot() {
    List<String> order = new ArrayList<>();
    Probe a = probe("a", List.of("a.fact"), List.of(), Intrusiveness.OBSERVE, order);
    Probe b =
        AskingProbe.of(
            "b",
            context -> {
              order.add("b");
              throw new IllegalStateException("first time");
            });
    run(List.of(a, b), all("r1"), HERE, 1);
    List<Observation> journal = List.copyOf(kept);
    RunOptions resume = new RunOptions("r1", Set.of(), Intrusiveness.STRESS, false, true);
    RunReport report = runner(HERE, 1, 5, 5).run(List.of(a, b), journal, resume, kept::add);
    assertThat(order).containsExactly("a", "b", "b");
    assertThat(report.probes().getFirst().state()).isEqualTo(State.DONE_BEFORE);
  }

  @Test
  void aStoppedRunKeepsWhatIsDoneAndSaysSo() throws InterruptedException {
    List<String> order = new ArrayList<>();
    CountDownLatch running = new CountDownLatch(1);
    Probe a = probe("a", List.of(AskingProbe.KEY), List.of(), Intrusiveness.OBSERVE, order);
    Probe b =
        AskingProbe.of(
            "b",
            context -> {
              context.seen("DUT", AskingProbe.fact("b"));
              running.countDown();
              new CountDownLatch(1).await();
            });
    List<RunReport> reports = new ArrayList<>();
    Thread run =
        Thread.ofPlatform().start(() -> reports.add(run(List.of(a, b), all("r1"), HERE, 1)));
    running.await();
    run.interrupt();
    run.join();
    assertThat(reports.getFirst().stopped()).isTrue();
    assertThat(with(AskingProbe.KEY)).extracting(o -> o.source().producer()).containsExactly("a");
    assertThat(with("run.probe-done")).extracting(Observation::subject).containsExactly("a");
  }

  @Test
  void noMechanismGetsMoreLoginsThanItsBudgetNotEvenAfterResume() {
    Probe greedy =
        AskingProbe.of(
            "greedy",
            context -> {
              int taken = 0;
              while (context.takeLoginAttempt("ssh")) {
                taken++;
              }
              int force = 0;
              while (context.takeBruteForceAttempt("ssh")) {
                force++;
              }
              context.seen("DUT", AskingProbe.fact(taken + " and " + force));
            });
    runner(HERE, 1, 5, 3).run(List.of(greedy), List.of(), all("r1"), kept::add);
    assertThat(with(AskingProbe.KEY).getLast().value()).containsEntry("what", "5 and 3");
    List<Observation> journal = List.copyOf(kept);
    runner(HERE, 1, 6, 3).run(List.of(greedy), journal, all("r1"), kept::add);
    assertThat(with(AskingProbe.KEY).getLast().value()).containsEntry("what", "1 and 0");
  }

  @Test
  void aDryRunOpensNoSocketAndSaysWhatWouldRun() {
    List<String> order = new ArrayList<>();
    Probe a = probe("a", List.of("a.fact"), List.of(), Intrusiveness.OBSERVE, order);
    Probe b = probe("b", List.of("b.fact"), List.of(), Intrusiveness.STRESS, order);
    try (Peer peer = Peer.at(HERE, (c, n) -> {})) {
      RunOptions dry = new RunOptions("r1", Set.of(), Intrusiveness.PROVOKE, true, false);
      RunReport report = run(List.of(a, b), dry, HERE, peer.endpoint().port());
      assertThat(report.probes())
          .extracting(ProbeOutcome::state)
          .containsExactly(State.PLANNED, State.NOT_RUN);
      assertThat(order).isEmpty();
      assertThat(kept).isEmpty();
      assertThat(channels).hasValue(0);
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void aTargetOutOfScopeOpensNoSocket() {
    Probe astray =
        AskingProbe.of(
            "astray",
            context -> {
              for (String address : List.of("127.77.2.9", "192.0.2.1", "::1", "localhost")) {
                Endpoint there = Endpoint.tcp(address, 80);
                assertThatThrownBy(() -> context.connect(there, SHORT))
                    .hasMessageContaining("nothing was sent");
              }
              context.undetermined(DriverActionDone.class, "DUT", "refused");
            });
    run(List.of(astray), all("r1"), HERE, 1);
    assertThat(with(AskingProbe.KEY).getFirst().reason()).isEqualTo("refused");
    // The health check asked the one declared port; nothing else was opened.
    assertThat(channels.get()).isEqualTo(healthTries());
  }

  @Test
  void anObservationThatWasNotDeclaredIsADefect() {
    Probe stray = AskingProbe.of("stray", c -> c.seen("DUT", new RunProbeDone("1", 1)));
    assertThat(run(List.of(stray), all("r1"), HERE, 1).failed()).isTrue();
  }

  @Test
  void evidenceThatCannotBeStoredTakesItsFactWithIt() {
    try (Peer peer =
        Peer.at(
            HERE, (c, n) -> c.getOutputStream().write("hi".getBytes(StandardCharsets.US_ASCII)))) {
      Probe probe =
          AskingProbe.of(
              "p",
              context -> {
                try (Wire wire = context.connect(peer.endpoint(), SHORT)) {
                  wire.readExactly(2, SHORT);
                  context.seen("DUT", AskingProbe.fact("p"), wire);
                }
              });
      Environment broken =
          environment(
              (content, what, by) -> {
                throw new java.io.IOException("disk full");
              });
      new ProbeRunner(product(HERE, peer.endpoint().port(), 5, 5), new Ixit(Map.of()), broken)
          .run(List.of(probe), List.of(), all("r1"), kept::add);
      assertThat(with(AskingProbe.KEY).getFirst().reason()).contains("disk full");
    }
  }

  private static int healthTries() {
    return 1; // Before the probe; after it nothing is expected to answer.
  }

  private RunReport run(List<Probe> probes, RunOptions options, String address, int port) {
    return runner(address, port, 5, 5).run(probes, List.of(), options, kept::add);
  }

  private ProbeRunner runner(String address, int port, int wrong, int force) {
    return new ProbeRunner(
        product(address, port, wrong, force),
        new Ixit(Map.of()),
        environment((content, what, by) -> Digest.of(content)));
  }

  private Environment environment(EvidenceSink sink) {
    Network counting =
        new Network() {
          @Override
          public SocketChannel channel(InetAddress address) throws java.io.IOException {
            channels.incrementAndGet();
            return Network.SYSTEM.channel(address);
          }

          @Override
          public DatagramChannel datagrams() throws java.io.IOException {
            channels.incrementAndGet();
            return DatagramChannel.open();
          }

          @Override
          public List<InetAddress> resolve(String host) {
            throw new AssertionError("a name was asked for: " + host);
          }
        };
    Environment live = Environment.live(sink, Limits.usual().hurried(SHORT, Duration.ofSeconds(2)));
    return new Environment(
        Clock.systemUTC(), new ImpatientTicker(), live.limits(), counting, sink, live.trust());
  }

  private static Product product(String address, int port, int wrong, int force) {
    return ProbeTrial.against(Endpoint.tcp(address, port)).budget(wrong, force).product();
  }

  private static Probe probe(
      String id,
      List<String> produces,
      List<String> consumes,
      Intrusiveness level,
      List<String> order) {
    return new AskingProbe(
        AskingProbe.spec(id, produces, consumes, level),
        context -> {
          order.add(id);
          if (produces.contains(AskingProbe.KEY)) {
            context.seen("DUT", AskingProbe.fact(id));
          }
        });
  }

  private static RunOptions all(String runId) {
    return new RunOptions(runId, Set.of(), Intrusiveness.STRESS, false, false);
  }

  private static RunOptions only(String id) {
    return new RunOptions("r1", Set.of(id), Intrusiveness.STRESS, false, false);
  }

  private List<Observation> with(String key) {
    return kept.stream().filter(o -> o.key().equals(key)).toList();
  }
}
