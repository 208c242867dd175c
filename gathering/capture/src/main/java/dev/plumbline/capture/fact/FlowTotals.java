package dev.plumbline.capture.fact;

import dev.plumbline.capture.dissect.Bounded;
import dev.plumbline.capture.dissect.FlowReaders;
import dev.plumbline.capture.dissect.Service;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.flow.FlowListener;
import dev.plumbline.capture.flow.FlowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds up the flows that are over. */
final class FlowTotals implements FlowListener {
  private static final int MOST_ROWS = 5_000;
  private static final int MOST_SERVICES = 2_000;
  private static final int MOST_ATTEMPTS = 500;

  /** Less than this, unanswered, is somebody knocking at the device and no traffic of its own. */
  private static final int KNOCKING_BYTES = 4_096;

  private final FlowReaders listening;
  private final Bounded<PeerFlows.Key, PeerFlows> rows = new Bounded<>(MOST_ROWS);
  private final Bounded<Service, List<ConnectionAttempt>> attempts = new Bounded<>(MOST_SERVICES);
  private long knocked;
  private long attemptsNotKept;

  FlowTotals(FlowReaders listening) {
    this.listening = listening;
  }

  @Override
  public FlowReader begun(Flow flow) {
    return listening.to(flow);
  }

  @Override
  public void over(Flow flow) {
    boolean answered = flow.stage() == Flow.Stage.OPEN || flow.stage() == Flow.Stage.CLOSED;
    if (!flow.byDevice() && !answered && flow.bytesIn() < KNOCKING_BYTES) {
      knocked++;
      return;
    }
    rows.of(PeerFlows.Key.of(flow), k -> new PeerFlows()).ifPresent(r -> r.add(flow));
    if (flow.byDevice() && flow.openingSeen()) {
      attempts
          .of(Service.of(flow), s -> new ArrayList<>())
          .ifPresent(list -> attempt(list, ConnectionAttempt.of(flow)));
    }
  }

  private void attempt(List<ConnectionAttempt> list, ConnectionAttempt attempt) {
    if (list.size() < MOST_ATTEMPTS) {
      list.add(attempt);
    } else {
      attemptsNotKept++;
    }
  }

  Map<PeerFlows.Key, PeerFlows> rows() {
    return rows.all();
  }

  Map<Service, List<ConnectionAttempt>> attempts() {
    return attempts.all();
  }

  /** Requests to the device that it did not answer. */
  long knocked() {
    return knocked;
  }

  /** Flows for which there was no row left. */
  long rowsNotKept() {
    return rows.refused();
  }

  long attemptsNotKept() {
    return attempts.refused() + attemptsNotKept;
  }
}
