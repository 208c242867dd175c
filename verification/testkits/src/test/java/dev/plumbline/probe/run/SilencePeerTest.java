package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.observation.run.DriverActionDone;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.OutOfScopeException;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What leaves the machine, as tcpdump sees it. */
@Tag("peers")
class SilencePeerTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String OPENING = "127.77.3.249";
  private static final String CLOSING = "127.77.3.250";

  /** Markers sent, a tenth of a second apart, before the capture counts as broken. */
  private static final int MARKS = 100;

  @Test
  void aDryRunSendsNoPacket() throws Exception {
    String address = "127.77.3.1";
    try (Peer peer = Peer.at(address, (c, n) -> {})) {
      List<String> seen = captured(address, () -> run(peer.endpoint(), peer.endpoint(), true));
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void aTargetOutOfScopeGetsNoPacket() throws Exception {
    String outside = "127.77.3.3";
    try (Peer peer = Peer.at("127.77.3.2", (c, n) -> {});
        Peer other = Peer.at(outside, (c, n) -> {})) {
      List<String> seen = captured(outside, () -> run(peer.endpoint(), other.endpoint(), false));
      assertThat(seen).isEmpty();
    }
  }

  /** The capture would have shown it. */
  @Test
  void aTargetInScopeGetsPackets() throws Exception {
    String address = "127.77.3.4";
    try (Peer peer = Peer.at(address, (c, n) -> {})) {
      List<String> seen = captured(address, () -> run(peer.endpoint(), peer.endpoint(), false));
      assertThat(seen).isNotEmpty();
    }
  }

  private static void run(Endpoint declared, Endpoint asked, boolean dry) {
    Probe probe =
        AskingProbe.of(
            "asks",
            context -> {
              try {
                context.connect(asked, SHORT).close();
                context.seen("DUT", AskingProbe.fact("asked"));
              } catch (OutOfScopeException e) {
                context.undetermined(DriverActionDone.class, "DUT", "out of scope");
              }
            });
    Environment environment =
        Environment.live(
            (content, what, by) -> Digest.of(content),
            Limits.usual().hurried(SHORT, Duration.ofSeconds(2)));
    new ProbeRunner(ProbeTrial.against(declared).product(), new Ixit(Map.of()), environment)
        .run(
            List.of(probe),
            List.of(),
            new RunOptions("r", Set.of(), Intrusiveness.STRESS, dry, false),
            o -> {});
  }

  /**
   * Lines of tcpdump about an address while something is done. Connections to two marker addresses
   * that tcpdump must show open and close the capture. A marker is sent again while none shows,
   * because tcpdump can miss packets just after it says that it listens; a capture that never shows
   * one fails.
   */
  private static List<String> captured(String address, Runnable deed)
      throws IOException, InterruptedException {
    Process tcpdump;
    try {
      tcpdump =
          new ProcessBuilder(
                  "tcpdump",
                  "-i",
                  "lo",
                  "-n",
                  "-l",
                  "--immediate-mode",
                  "host %s or host %s or host %s".formatted(address, OPENING, CLOSING))
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new AssertionError("tcpdump is missing; type: sudo apt-get install -y tcpdump", e);
    }
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .start(() -> tcpdump.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add));
    try {
      untilMarked(OPENING, lines);
      deed.run();
      return untilMarked(CLOSING, lines).stream().filter(line -> line.contains(address)).toList();
    } finally {
      tcpdump.toHandle().destroy();
      reader.join();
    }
  }

  private static List<String> untilMarked(String marker, BlockingQueue<String> lines)
      throws IOException, InterruptedException {
    List<String> seen = new ArrayList<>();
    try (Peer mark = Peer.at(marker, (c, n) -> {})) {
      for (int sent = 0; sent < MARKS; sent++) {
        new Socket(InetAddress.ofLiteral(marker), mark.endpoint().port()).close();
        Optional<String> line = next(lines);
        while (line.isPresent() && !line.get().contains(" > " + marker)) {
          seen.add(line.get());
          line = next(lines);
        }
        if (line.isPresent()) {
          return seen;
        }
      }
    }
    throw new AssertionError("tcpdump does not capture; it needs the right to: " + seen);
  }

  private static Optional<String> next(BlockingQueue<String> lines) throws InterruptedException {
    return Optional.ofNullable(lines.poll(100, TimeUnit.MILLISECONDS));
  }
}
