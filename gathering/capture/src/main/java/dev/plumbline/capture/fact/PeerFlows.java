package dev.plumbline.capture.fact;

import dev.plumbline.capture.dissect.Service;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.flow.FrameLog;
import dev.plumbline.capture.net.Address;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Flows of one service with one peer, summed up. */
final class PeerFlows {
  private static final int FEW = 20;

  /** What the flows share. */
  record Key(Service service, Address device, Address peer) {
    static Key of(Flow flow) {
      return new Key(Service.of(flow), flow.key().device(), flow.key().peer());
    }
  }

  private final Set<String> protocols = new TreeSet<>();
  private final FrameLog frames = new FrameLog();
  private long flows;
  private long refused;
  private long unanswered;
  private long guessed;
  private long packetsOut;
  private long packetsIn;
  private long bytesOut;
  private long bytesIn;
  private long first = Long.MAX_VALUE;
  private long last;

  /** Several of them in one, with all their protocols. */
  static PeerFlows sum(Collection<PeerFlows> rows) {
    PeerFlows sum = new PeerFlows();
    for (PeerFlows row : rows) {
      sum.protocols.addAll(row.protocols);
      sum.frames.addAll(row.frames);
      sum.flows += row.flows;
      sum.refused += row.refused;
      sum.unanswered += row.unanswered;
      sum.guessed += row.guessed;
      sum.packetsOut += row.packetsOut;
      sum.packetsIn += row.packetsIn;
      sum.bytesOut += row.bytesOut;
      sum.bytesIn += row.bytesIn;
      sum.first = Math.min(sum.first, row.first);
      sum.last = Math.max(sum.last, row.last);
    }
    return sum;
  }

  void add(Flow flow) {
    flows++;
    frames.addAll(flow.frames());
    packetsOut += flow.packetsOut();
    packetsIn += flow.packetsIn();
    bytesOut += flow.bytesOut();
    bytesIn += flow.bytesIn();
    first = Math.min(first, flow.first());
    last = Math.max(last, flow.last());
    if (!flow.protocol().isEmpty() && protocols.size() < FEW) {
      protocols.add(flow.protocol());
    }
    if (!flow.openingSeen()) {
      guessed++;
    }
    if (flow.stage() == Flow.Stage.REFUSED) {
      refused++;
    } else if (flow.stage() == Flow.Stage.ASKED) {
      unanswered++;
    }
  }

  /** The first frames of these flows. */
  FrameLog frames() {
    return frames;
  }

  Set<String> protocols() {
    return protocols;
  }

  long flows() {
    return flows;
  }

  long refused() {
    return refused;
  }

  /** Flows in which the called side said nothing. */
  long unanswered() {
    return unanswered;
  }

  /** Flows whose beginning was not seen, so that who opened them is guessed from the ports. */
  long guessed() {
    return guessed;
  }

  long packetsOut() {
    return packetsOut;
  }

  long packetsIn() {
    return packetsIn;
  }

  long bytesOut() {
    return bytesOut;
  }

  long bytesIn() {
    return bytesIn;
  }

  long bytes() {
    return bytesOut + bytesIn;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }
}
