package dev.plumbline.capture.fact;

import dev.plumbline.capture.flow.Flow;

/**
 * The device opened a connection, or tried to.
 *
 * @param at when it first asked, in nanoseconds since 1970
 * @param frame number of the frame that first asked
 * @param until time of the last packet
 * @param lost whether the other side ended it with a reset
 * @param retries how often the same request was sent again
 */
record ConnectionAttempt(
    long at, long frame, long until, Flow.Stage stage, boolean lost, int retries) {
  static ConnectionAttempt of(Flow flow) {
    return new ConnectionAttempt(
        flow.first(),
        flow.frames().numbers().first().getFirst(),
        flow.last(),
        flow.stage(),
        flow.resetByPeer(),
        flow.retries());
  }

  boolean failed() {
    return stage == Flow.Stage.REFUSED || stage == Flow.Stage.ASKED;
  }
}
