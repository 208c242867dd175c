package dev.plumbline.probes.oddmessages;

import dev.plumbline.client.oddinput.Leaks;
import dev.plumbline.client.oddinput.Reduction;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.oddmessages.Target.Pulse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Sends messages to one service and asks after each whether it is well. */
final class MessageTrial {
  private static final int BEFORE = 3;
  private static final int RECOVERY_TRIES = 16;
  private static final int MOST_DISTURBANCES = 3;
  private static final int TRIALS_AFTER_A_FALL = 4;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ProbeContext context;
  private final Target target;
  private final Leaks leaks = Leaks.load();
  private final List<InputValidation.Finding> findings = new ArrayList<>();
  private final TreeSet<String> classes = new TreeSet<>();
  private final TreeSet<String> leaking = new TreeSet<>();
  private Optional<String> stopped = Optional.empty();
  private long sent;
  private int disturbances;

  MessageTrial(ProbeContext context, Target target) {
    this.context = context;
    this.target = target;
  }

  /**
   * How the service fell, or what it gave away.
   *
   * @param kind {@code crash}, {@code restart}, {@code hang} or {@code leak}
   */
  record Fall(String kind, boolean recovered) {
    boolean isLeak() {
      return kind.equals("leak");
    }
  }

  /** Whether it answers ordinary questions every time. */
  boolean works() throws InterruptedException {
    for (int i = 0; i < BEFORE; i++) {
      if (target.pulse() != Pulse.WELL) {
        return false;
      }
    }
    return true;
  }

  void run(List<OddMessage> messages) throws InterruptedException {
    for (OddMessage message : messages) {
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
    Optional<byte[]> answer = Optional.empty();
    try {
      answer = target.send(message);
    } catch (IOException e) {
      // It may hang up; whether it is well is asked next.
      context.progress("hung up", 0.5);
    }
    Pulse pulse = target.pulse();
    if (pulse == Pulse.WELL) {
      return answer
          .filter(a -> leaks.in(new String(a, StandardCharsets.ISO_8859_1)))
          .map(a -> new Fall("leak", true));
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

  private void fell(OddMessage message, Fall fall) throws InterruptedException {
    if (!fall.recovered()) {
      stopped = Optional.of("it did not come back after a message of " + message.messageClass());
      if (fall.kind().equals("crash")) {
        record(message, message, fall);
      }
      return;
    }
    if (fall.isLeak() && !leaking.add(message.messageClass())) {
      return;
    }
    // What happens again with the same message was no accident of the network.
    if (!happensAgain(message.bytes(), fall)) {
      if (++disturbances > MOST_DISTURBANCES) {
        stopped =
            Optional.of("the service repeatedly stopped responding; no single message causes it");
      }
      return;
    }
    record(message, shortest(message, fall), fall);
    if (!fall.isLeak() && stopped.isEmpty()) {
      // Each fall takes the device's users off; one shows enough.
      stopped = Optional.of("at the first message that makes it fall");
    }
  }

  private OddMessage shortest(OddMessage message, Fall fall) throws InterruptedException {
    String piece = new String(message.bytes(), StandardCharsets.ISO_8859_1);
    String least =
        new Reduction(TRIALS_AFTER_A_FALL)
            .reduce(piece, p -> happensAgain(p.getBytes(StandardCharsets.ISO_8859_1), fall));
    return OddMessage.of(message.messageClass(), least.getBytes(StandardCharsets.ISO_8859_1));
  }

  private boolean happensAgain(byte[] message, Fall fall) throws InterruptedException {
    if (stopped.isPresent()) {
      return false;
    }
    Optional<Fall> again = fall(message);
    if (again.filter(a -> !a.recovered()).isPresent()) {
      stopped = Optional.of("it did not come back");
    }
    return again.filter(a -> a.kind().equals(fall.kind())).isPresent();
  }

  private void record(OddMessage message, OddMessage least, Fall fall) {
    findings.add(
        new InputValidation.Finding(
            least.digest().substring(0, 12),
            fall.kind(),
            message.messageClass(),
            "",
            message.digest(),
            least.written()));
  }

  /**
   * What came of it.
   *
   * @param places paths to which messages were sent, where the protocol has any
   * @param left places to which nothing was sent, with why
   */
  InputValidation fact(List<String> places, Map<String, String> left) {
    Map<String, String> skipped = new LinkedHashMap<>(left);
    stopped.ifPresent(why -> skipped.put("the rest", why));
    return new InputValidation(
        findings,
        Optional.empty(),
        places,
        Map.of("messages", sent),
        List.copyOf(classes),
        List.of("control question", "answers"),
        skipped,
        skipped.isEmpty() && disturbances == 0);
  }

  /** Why nothing can be concluded from finding nothing. */
  Optional<String> silence() {
    return findings.isEmpty() && (stopped.isPresent() || disturbances > 0)
        ? Optional.of(stopped.orElse("it fell silent now and then"))
        : Optional.empty();
  }
}
