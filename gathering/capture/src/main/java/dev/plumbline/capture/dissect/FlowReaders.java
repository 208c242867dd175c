package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Budget;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.flow.FlowReader;
import dev.plumbline.capture.net.Packet;

/**
 * Gives each flow someone who understands it.
 *
 * @param notes where it is written down
 * @param budget bytes that all together may hold back
 */
public record FlowReaders(TrafficNotes notes, Markers markers, Budget budget) {
  private static final FlowReader NOBODY =
      new FlowReader() {
        @Override
        public boolean said(boolean byDevice, Slice bytes, long nanos) {
          return false;
        }

        @Override
        public void missed(boolean byDevice) {}

        @Override
        public void ended() {}
      };

  /** Who listens to a flow that begins. */
  public FlowReader to(Flow flow) {
    return switch (flow.key().protocol()) {
      case Packet.TCP -> new TcpDialogue(flow, notes, markers, budget);
      case Packet.UDP -> new DatagramFlow(flow, notes, markers, budget);
      default -> {
        if (flow.transport().equals("icmp")) {
          flow.speaks("icmp");
        }
        yield NOBODY;
      }
    };
  }
}
