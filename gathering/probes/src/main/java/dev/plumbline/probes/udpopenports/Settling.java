package dev.plumbline.probes.udpopenports;

import dev.plumbline.probe.ProbeContext;
import java.time.Duration;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * The order in which the ports of one address are asked, and when asking on is not worth its time.
 *
 * <p>Many devices say "port unreachable" only so often: Linux once a second to each asker, after
 * six at once (icmp_ratelimit). What is asked while it may not is lost and costs the device
 * nothing, so that asking all open ports over and over takes each chance to be told. Several
 * addresses of this machine have a chance each. Where even that would take too long, the well-known
 * ports alone are told apart, and the rest is left, and said to be.
 */
final class Settling {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration SECOND_PATIENCE = Duration.ofMillis(1_500);

  /** In which a device that counts by the second may say something again. */
  private static final Duration BREATH = Duration.ofMillis(1_200);

  /** Ports that are cheap to ask again, whatever the reason for their silence. */
  private static final int FEW = 1_000;

  private static final int SAMPLE = 200;

  /** Ports that are asked the questions of all protocols, whatever their number. */
  private static final int FEW_FOR_ALL_QUESTIONS = 200;

  private final ProbeContext context;
  private final UdpPortAsker asker;
  private final Replies replies;
  private final BitSet known;
  private final BitSet likely;
  private final BitSet allowed;
  private final Duration longest;
  private BitSet askedEverything = new BitSet();
  private Optional<String> left = Optional.empty();
  private double perSecond;
  private int successes;
  private boolean once;

  /**
   * @param known ports with a question of their own
   * @param likely ports at which a protocol is often found, or that the dossier names
   * @param longest most time for a device that says little
   */
  Settling(
      ProbeContext context,
      UdpPortAsker asker,
      BitSet known,
      BitSet likely,
      BitSet allowed,
      Duration longest) {
    this.context = context;
    this.asker = asker;
    this.replies = asker.replies();
    this.known = known;
    this.likely = likely;
    this.allowed = allowed;
    this.longest = longest;
  }

  /** Why the ports without answer were not told apart; empty when they were, as far as one can. */
  Optional<String> left() {
    return left;
  }

  /** Refusals a second of a device that says so only so often; 0 where no limit was seen. */
  double perSecond() {
    return successes > 1 ? perSecond : 0;
  }

  /** Whether most of the silent ports were asked only once. */
  boolean once() {
    return once;
  }

  /** Ports without an answer to their own question that were asked those of all protocols. */
  BitSet askedEverything() {
    return (BitSet) askedEverything.clone();
  }

  void ask() throws InterruptedException {
    tellApart();
    everyQuestion();
  }

  /** A service that is silent at what it does not understand answers its own protocol. */
  private void everyQuestion() throws InterruptedException {
    BitSet ports = silent().cardinality() <= FEW_FOR_ALL_QUESTIONS ? silent() : silentOf(likely);
    BitSet strange = replies.unrecognised();
    strange.stream().skip(FEW_FOR_ALL_QUESTIONS).forEach(strange::clear);
    ports.or(strange);
    if (ports.isEmpty() || asker.isOver()) {
      return;
    }
    context.progress("UDP ports asked in every protocol: " + ports.cardinality(), 0.9);
    askedEverything = ports;
    asker.askEverything(ports, PATIENCE);
  }

  private void tellApart() throws InterruptedException {
    // The known ones first: a device may say "unreachable" only so often, and time may run out.
    asker.ask(known, PATIENCE);
    BitSet others = (BitSet) allowed.clone();
    others.andNot(known);
    asker.ask(others, PATIENCE);
    if (silent().cardinality() <= FEW) {
      int got = again(silent(), SECOND_PATIENCE);
      if (got == 0 && !replies.refused().isEmpty()) {
        // The device may have said all that it may in the first second.
        again(silent(), PATIENCE);
      }
    } else {
      again(silentOf(known), SECOND_PATIENCE);
      if (!limits()) {
        once = true;
        return;
      }
    }
    if (perSecond > 0) {
      settle();
    }
  }

  /** Whether asking some of the silent ports again after a breath gets refusals. */
  private boolean limits() throws InterruptedException {
    if (!replies.any()) {
      return false;
    }
    BitSet sample = new BitSet();
    BitSet silent = silent();
    int step = Math.max(1, silent.cardinality() / SAMPLE);
    int[] ports = silent.stream().toArray();
    for (int i = 0; i < ports.length; i += step) {
      sample.set(ports[i]);
    }
    breathe();
    again(sample, PATIENCE);
    return perSecond > 0;
  }

  /** Asks ports that were silent; refusals now show that the device limits them. */
  private int again(BitSet ports, Duration patience) throws InterruptedException {
    if (ports.isEmpty() || asker.isOver()) {
      return 0;
    }
    context.progress("UDP ports that were silent, again: " + ports.cardinality(), 0.5);
    int before = replies.refused().cardinality();
    long start = System.nanoTime();
    asker.ask(ports, patience);
    int got = replies.refused().cardinality() - before;
    if (got > 0) {
      successes++;
      perSecond = got / Math.max(0.001, (System.nanoTime() - start) / 1e9);
    }
    return got;
  }

  private void settle() throws InterruptedException {
    long end = System.nanoTime() + Math.min(longest.toNanos(), asker.nanosLeft());
    boolean breathed = false;
    while (!silent().isEmpty() && !asker.isOver()) {
      double seconds = (end - System.nanoTime()) / 1e9;
      // A first estimate: the device may have had refusals in store.
      boolean worthwhile = silent().cardinality() / perSecond <= Math.max(1, seconds) * 1.5;
      BitSet ports = worthwhile ? silent() : silentOf(known);
      if (!worthwhile) {
        left = Optional.of(tooSlow());
      }
      if (ports.isEmpty() || seconds <= 0) {
        left = Optional.of(tooSlow());
        return;
      }
      if (again(ports, PATIENCE) > 0) {
        breathed = false;
      } else if (breathed) {
        return;
      } else {
        breathe();
        breathed = true;
      }
    }
  }

  private void breathe() throws InterruptedException {
    if (!asker.isOver()) {
      context.rest(BREATH);
    }
  }

  private String tooSlow() {
    int ports = silent().cardinality();
    return "the device refuses only about "
        + String.format(Locale.ROOT, "%.1f", perSecond)
        + " ports a second, asked from "
        + asker.standpoints()
        + (asker.standpoints() == 1 ? " address" : " addresses")
        + "; telling apart the "
        + ports
        + " without answer would take about "
        + Math.round(ports / perSecond / 60)
        + " min, fewer with more addresses of this machine in its network";
  }

  private BitSet silent() {
    return replies.notSettled(allowed);
  }

  private BitSet silentOf(BitSet ports) {
    return replies.notSettled(ports);
  }
}
