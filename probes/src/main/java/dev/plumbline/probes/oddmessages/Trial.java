package dev.plumbline.probes.oddmessages;

import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.oddmessages.Target.Pulse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Sends messages to one service and asks after each whether it is well. */
final class Trial {
  private static final int BEFORE = 3;
  private static final int RECOVERY_TRIES = 16;
  private static final int MOST_DISTURBANCES = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ProbeContext context;
  private final Target target;
  private final List<Map<String, Object>> findings = new ArrayList<>();
  private final TreeSet<String> classes = new TreeSet<>();
  private Optional<String> stopped = Optional.empty();
  private long sent;
  private int disturbances;

  Trial(ProbeContext context, Target target) {
    this.context = context;
    this.target = target;
  }

  /**
   * How the service fell.
   *
   * @param kind {@code crash}, {@code restart} or {@code hang}
   */
  record Fall(String kind, boolean recovered) {}

  /** Whether it answers ordinary questions every time. */
  boolean works() throws InterruptedException {
    for (int i = 0; i < BEFORE; i++) {
      if (target.pulse() != Pulse.WELL) {
        return false;
      }
    }
    return true;
  }

  void run(List<Message> messages) throws InterruptedException {
    for (Message message : messages) {
      if (stopped.isPresent()) {
        return;
      }
      sent++;
      classes.add(message.messageClass());
      Optional<Fall> fall = fall(message.bytes());
      if (fall.isPresent()) {
        fell(message, fall.get());
      }
    }
  }

  /** Sends a message, and tells how the service fell; waits for it to come back. */
  Optional<Fall> fall(byte[] message) throws InterruptedException {
    try {
      target.send(message);
    } catch (IOException e) {
      // It may hang up; whether it is well is asked next.
      context.progress("hung up", 0.5);
    }
    Pulse pulse = target.pulse();
    if (pulse == Pulse.WELL) {
      return Optional.empty();
    }
    boolean refused = false;
    for (int i = 0; i < RECOVERY_TRIES && pulse != Pulse.WELL; i++) {
      refused |= pulse == Pulse.REFUSES;
      context.rest(PAUSE);
      pulse = target.pulse();
    }
    boolean recovered = pulse == Pulse.WELL;
    return Optional.of(new Fall(refused ? recovered ? "restart" : "crash" : "hang", recovered));
  }

  private void fell(Message message, Fall fall) throws InterruptedException {
    if (!fall.recovered()) {
      stopped = Optional.of("it did not come back after a message of " + message.messageClass());
      if (fall.kind().equals("crash")) {
        record(message, fall);
      }
      return;
    }
    // What happens again with the same message was no accident of the network.
    Optional<Fall> again = fall(message.bytes());
    if (again.filter(a -> a.kind().equals(fall.kind())).isPresent()) {
      record(message, fall);
      stopped = Optional.of("at the first message that makes it fall");
    } else if (++disturbances > MOST_DISTURBANCES) {
      stopped = Optional.of("it kept falling silent, and not for any one message");
    }
  }

  private void record(Message message, Fall fall) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("id", message.digest().substring(0, 12));
    finding.put("kind", fall.kind());
    finding.put("class", message.messageClass());
    finding.put("place", "");
    finding.put("input", message.digest());
    finding.put("reduced", message.written());
    findings.add(finding);
  }

  List<Map<String, Object>> findings() {
    return List.copyOf(findings);
  }

  Map<String, Object> coverage() {
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("places", List.of());
    coverage.put("inputs", Map.of("messages", sent));
    coverage.put("classes", List.copyOf(classes));
    coverage.put("oracle", List.of("control question"));
    coverage.put("complete", stopped.isEmpty() && disturbances == 0);
    coverage.put(
        "skipped", stopped.map(why -> Map.<String, Object>of("the rest", why)).orElse(Map.of()));
    return coverage;
  }

  /** Why nothing can be concluded from finding nothing. */
  Optional<String> silence() {
    return findings.isEmpty() && (stopped.isPresent() || disturbances > 0)
        ? Optional.of(stopped.orElse("it fell silent now and then"))
        : Optional.empty();
  }
}
