package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Talks to the device with and without each flaw, to several at once: most of it is waiting. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FlawsShowTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

  private final Map<DeviceSpec, Map<String, String>> views = new ConcurrentHashMap<>();
  private final AtomicInteger devices = new AtomicInteger();

  /**
   * An address for one device alone: one that restarts comes back on its ports, which another
   * device on the same address could have taken meanwhile. All are written with as many letters.
   */
  private InetAddress address() throws IOException {
    int device = devices.incrementAndGet();
    return InetAddress.getByName("127.72." + (100 + device / 100) + "." + (100 + device % 100));
  }

  /** The device of the flaw without it; the careless camera is the sound one with SSH on. */
  private static DeviceSpec clean(Flaw flaw) {
    if (flaw.device().equals("home-hub")) {
      return DeviceSpec.named(flaw.device())
          .anyPorts()
          .patched(Map.of("parts", Map.of("broker", quick())));
    }
    if (!flaw.device().equals("sound-camera")) {
      return DeviceSpec.named(flaw.device()).anyPorts();
    }
    boolean turnsOn = flaw.patch().child("parts").child(flaw.part()).text("on", "").equals("true");
    // Answers to wrong logins are not slowed down here, or this test would take minutes.
    return DeviceSpec.named("careless-camera")
        .withoutFlaws()
        .anyPorts()
        .patched(Map.of("parts", Map.of("web", quick(), "plain", quick(), "ssh", quick())))
        // The careless maker left the second role out.
        .patched(Map.of("accounts", Map.of("viewer", Map.of("on", Map.of("web", true)))))
        .patched(turnsOn ? Map.of("parts", Map.of(flaw.part(), Map.of("on", false))) : Map.of());
  }

  private static Map<String, Object> quick() {
    return Map.of("guard", Map.of("stepMillis", 0));
  }

  static List<Flaw> flaws() {
    return FlawCatalogue.load().flaws();
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void flawChangesWhatItSaysAndNothingElse(Flaw flaw) throws IOException {
    Map<String, String> without = view(flaw);
    DeviceSpec flawed = clean(flaw).with(flaw.with().toArray(String[]::new)).with(flaw.id());
    Map<String, String> with = DeviceView.of(flawed, address(), CLOCK);

    Set<String> changed = new TreeSet<>(without.keySet());
    changed.addAll(with.keySet());
    changed.removeIf(f -> without.getOrDefault(f, "").equals(with.getOrDefault(f, "")));

    assertThat(changed).as(flaw.does()).isEqualTo(new TreeSet<>(flaw.shows()));
  }

  private Map<String, String> view(Flaw flaw) throws IOException {
    DeviceSpec device = clean(flaw).with(flaw.with().toArray(String[]::new));
    Map<String, String> seen = views.get(device);
    if (seen == null) {
      seen = DeviceView.of(device, address(), CLOCK);
      views.put(device, seen);
    }
    return seen;
  }
}
