package dev.plumbline.probes.udpopenports;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.udpopenports.PortQuestions.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks the ports of one address without waiting for each; used by one thread. Every port has a
 * channel of its own, closed as soon as it has answered or its time is over: in one that is used
 * again, a late refusal of the port before would be taken for one of the next.
 */
final class UdpPortAsker {
  private static final int MOST_WAITING = 768;
  private static final int STARTS_BETWEEN_LOOKS = 32;
  private static final int FRONT = 2_048;

  private final ProbeContext context;
  private final String address;
  private final List<InetAddress> standpoints;
  private final PortQuestions questions;
  private final long end;
  private final Replies replies = new Replies();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(FRONT);
  private int pending;
  private final BitSet hearAll = new BitSet();
  private int turn;
  private boolean stopped;
  private String notSent = "";

  /**
   * @param end when no further port is asked, by {@link System#nanoTime}
   */
  UdpPortAsker(ProbeContext context, String address, PortQuestions questions, long end) {
    this.context = context;
    this.address = address;
    this.standpoints = context.standpoints(address);
    this.questions = questions;
    this.end = end;
  }

  Replies replies() {
    return replies;
  }

  /** Whether the time was over before everything was asked. */
  boolean stopped() {
    return stopped;
  }

  /** Why the last datagram that could not be sent was not; empty when all were sent. */
  String notSent() {
    return notSent;
  }

  /** How many addresses of this machine ask. */
  int standpoints() {
    return Math.max(1, standpoints.size());
  }

  boolean isOver() {
    return nanosLeft() <= 0;
  }

  long nanosLeft() {
    return end - System.nanoTime();
  }

  /** Asks each port its own question once; stops when the time is over. */
  void ask(BitSet ports, Duration patience) throws InterruptedException {
    ask(ports.stream().mapToObj(p -> new Ask(p, questions.forPort(p))).iterator(), patience);
  }

  /** Asks each port the questions of all protocols once, port by port. */
  void askEverything(BitSet ports, Duration patience) throws InterruptedException {
    ask(
        ports.stream()
            .boxed()
            .flatMap(p -> questions.all().stream().map(q -> new Ask(p, q)))
            .iterator(),
        patience);
  }

  private void ask(Iterator<Ask> asks, Duration patience) throws InterruptedException {
    try (Selector selector = Selector.open()) {
      while ((asks.hasNext() || pending > 0) && !isOver()) {
        for (int i = 0; i < STARTS_BETWEEN_LOOKS && asks.hasNext() && isFree(); i++) {
          start(selector, asks.next(), patience);
        }
        look(selector, asks.hasNext() && isFree());
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped");
        }
      }
      stopped |= asks.hasNext() || pending > 0;
    } catch (IOException e) {
      throw new IllegalStateException("this machine cannot wait for datagrams", e);
    } finally {
      waiting.forEach(w -> close(w.channel()));
      waiting.clear();
      pending = 0;
    }
  }

  private boolean isFree() {
    return pending < MOST_WAITING;
  }

  private void start(Selector selector, Ask ask, Duration patience) throws InterruptedException {
    if (replies.isRecognised(ask.port())) {
      return;
    }
    DatagramChannel channel;
    try {
      channel = send(Endpoint.udp(address, ask.port()), ask.question());
    } catch (IOException e) {
      notSent = String.valueOf(e.getMessage());
      return;
    }
    try {
      replies.unanswered(ask.port());
      Waiting w = new Waiting(channel, ask, System.nanoTime() + patience.toNanos());
      if (isSettled(w)) {
        close(channel);
        return;
      }
      waiting.add(w);
      pending++;
      channel.register(selector, SelectionKey.OP_READ, w);
    } catch (IOException e) {
      // Our channel was closed with our thread; the port stays unanswered.
    }
  }

  /** From each of our addresses in turn, as a device may answer each only so often. */
  private DatagramChannel send(Endpoint endpoint, Question question)
      throws IOException, InterruptedException {
    if (question.elsewhere() && hearsAll(endpoint.port())) {
      return context.sendDatagramHearingAllPorts(endpoint, question.bytes());
    }
    if (standpoints.size() < 2) {
      return context.sendDatagram(endpoint, question.bytes());
    }
    turn = (turn + 1) % standpoints.size();
    return context.sendDatagram(endpoint, question.bytes(), standpoints.get(turn));
  }

  /** Every second time: a channel that hears all ports hears no refusal. */
  private boolean hearsAll(int port) {
    boolean now = hearAll.get(port);
    hearAll.flip(port);
    return now;
  }

  private void look(Selector selector, boolean more) throws IOException {
    if (pending == 0) {
      return;
    }
    if (more) {
      selector.selectNow();
    } else {
      selector.select(millisUntilFirstEnds());
    }
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      Waiting w = (Waiting) ready.next().attachment();
      ready.remove();
      if (w.channel().isOpen() && isSettled(w)) {
        finish(w);
      }
    }
    giveUpOnSilent();
  }

  /** Whether something came for that port that settles it. */
  private boolean isSettled(Waiting w) {
    buffer.clear();
    try {
      if (!(w.channel().receive(buffer) instanceof InetSocketAddress from)
          || !from.getAddress().equals(InetAddress.ofLiteral(address))) {
        return false;
      }
      byte[] answer = new byte[buffer.flip().remaining()];
      buffer.get(answer);
      replies.answered(w.ask().port(), w.ask().question().protocol(answer));
      w.ask().question().told(answer).ifPresent(t -> replies.told(w.ask().port(), t));
    } catch (PortUnreachableException e) {
      replies.refused(w.ask().port());
    } catch (IOException e) {
      // No route, a prohibition on the way and the like: not the port's answer.
    }
    return true;
  }

  private void finish(Waiting w) {
    pending--;
    close(w.channel());
  }

  // All wait equally long, so that the first started is the first to end.
  private long millisUntilFirstEnds() {
    dropFinished();
    long first = waiting.isEmpty() ? end : Math.min(waiting.getFirst().end(), end);
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(first - System.nanoTime()) + 1);
  }

  private void giveUpOnSilent() {
    long now = System.nanoTime();
    dropFinished();
    while (!waiting.isEmpty() && waiting.getFirst().end() - now <= 0) {
      finish(waiting.getFirst());
      dropFinished();
    }
  }

  private void dropFinished() {
    while (!waiting.isEmpty() && !waiting.getFirst().channel().isOpen()) {
      waiting.removeFirst();
    }
  }

  private static void close(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // There is nothing left to close.
    }
  }

  /**
   * @param end when the port counts as silent, by {@link System#nanoTime}
   */
  private record Waiting(DatagramChannel channel, Ask ask, long end) {}

  private record Ask(int port, Question question) {}
}
