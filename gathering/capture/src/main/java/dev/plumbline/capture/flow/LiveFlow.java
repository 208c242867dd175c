package dev.plumbline.capture.flow;

import dev.plumbline.capture.file.Slice;
import java.util.Optional;

/** A flow that may go on, with what is held back of it. */
final class LiveFlow {
  private final Flow flow;
  private final Direction out;
  private final Direction in;
  private final Losses losses;
  private Optional<FlowReader> conversation;
  private boolean outHeard;
  private boolean inHeard;

  LiveFlow(Flow flow, FlowReader conversation, Budget budget, Losses losses) {
    this.flow = flow;
    this.losses = losses;
    this.conversation = Optional.of(conversation);
    this.out = new Direction(budget);
    this.in = new Direction(budget);
  }

  Flow flow() {
    return flow;
  }

  Direction direction(boolean byDevice) {
    return byDevice ? out : in;
  }

  void datagram(boolean byDevice, Slice bytes, long nanos) {
    conversation.ifPresent(
        c -> {
          if (!c.said(byDevice, bytes, nanos)) {
            stopListening();
          }
        });
  }

  void segment(boolean byDevice, int sequence, Slice bytes, long nanos) {
    conversation.ifPresent(
        c -> {
          if (!direction(byDevice).segment(sequence, bytes, hearer(c, byDevice, nanos))) {
            stopListening();
          }
        });
  }

  /** Part of a segment's bytes were not captured. */
  void missed(boolean byDevice) {
    conversation.ifPresent(c -> c.missed(byDevice));
  }

  void end() {
    conversation.ifPresent(
        c -> {
          if (out.flush(hearer(c, true, flow.last()))) {
            in.flush(hearer(c, false, flow.last()));
          }
          stopListening();
        });
  }

  private void stopListening() {
    conversation.ifPresent(FlowReader::ended);
    conversation = Optional.empty();
    out.clear();
    in.clear();
  }

  private Direction.Hearer hearer(FlowReader c, boolean byDevice, long nanos) {
    return new Direction.Hearer() {
      @Override
      public boolean said(Slice bytes) {
        outHeard |= byDevice;
        inHeard |= !byDevice;
        return c.said(byDevice, bytes, nanos);
      }

      @Override
      public void missed() {
        if (flow.openingSeen() || (byDevice ? outHeard : inHeard)) {
          losses.addGap();
        }
        c.missed(byDevice);
      }
    };
  }
}
