package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.PortAnswers;
import dev.plumbline.probe.run.network.PortTries;
import dev.plumbline.probe.run.network.PortTries.Answer;
import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks ports one after the other without waiting for each; used by one thread, once. */
final class PortAsker {
  private static final int MOST_WAITING = 384;
  private static final int STARTS_BETWEEN_LOOKS = 32;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Conduct conduct;
  private final String address;
  private final PortTries tries;
  // When each counts as silent, by System.nanoTime; the first started is the first to end.
  private final Map<Integer, Long> waiting = new LinkedHashMap<>();
  private final BitSet open = new BitSet();
  private final BitSet refused = new BitSet();
  private final BitSet unanswered = new BitSet();

  PortAsker(Conduct conduct, String address, PortTries tries) {
    this.conduct = conduct;
    this.address = address;
    this.tries = tries;
  }

  PortAnswers ask(BitSet ports) throws IOException, InterruptedException {
    int port = ports.nextSetBit(0);
    while (port >= 0 || !waiting.isEmpty()) {
      for (int i = 0; i < STARTS_BETWEEN_LOOKS && port >= 0 && isFree(); i++) {
        conduct.admit(Endpoint.tcp(address, port));
        settled(port, tries.start(port));
        port = ports.nextSetBit(port + 1);
      }
      look(port >= 0 && isFree());
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped");
      }
    }
    return new PortAnswers(open, refused, unanswered);
  }

  private boolean isFree() {
    return waiting.size() < MOST_WAITING;
  }

  private void look(boolean more) throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    tries.settle(more ? 0 : untilFirstEnds(), this::settled);
    Iterator<Map.Entry<Integer, Long>> all = waiting.entrySet().iterator();
    long now = System.nanoTime();
    while (all.hasNext()) {
      Map.Entry<Integer, Long> first = all.next();
      if (first.getValue() - now > 0) {
        return;
      }
      all.remove();
      unanswered.set(first.getKey());
      tries.abandon(first.getKey());
    }
  }

  private long untilFirstEnds() {
    long left = waiting.values().iterator().next() - System.nanoTime();
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(left) + 1);
  }

  private void settled(int port, Answer answer) {
    if (answer == Answer.WAITING) {
      waiting.put(port, System.nanoTime() + PATIENCE_NANOS);
      return;
    }
    waiting.remove(port);
    switch (answer) {
      case OPEN -> open.set(port);
      case REFUSED -> refused.set(port);
      default -> unanswered.set(port);
    }
  }
}
