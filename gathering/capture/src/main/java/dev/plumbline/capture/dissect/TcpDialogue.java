package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Budget;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.flow.FlowReader;
import java.util.Optional;

/** What is said in one TCP connection: finds the protocol, feeds it, and looks for markers. */
final class TcpDialogue implements FlowReader {
  /** Looked through for markers, on each side of a connection. */
  private static final int LOOKED_THROUGH = 1 << 20;

  /** A side that said so much without being recognised speaks something else. */
  private static final int ENOUGH = 16;

  /** Segments at whose beginning a message is looked for, once bytes are missing. */
  private static final int MOST_SEARCHED = 200;

  private final Flow flow;
  private final TrafficNotes notes;
  private final Markers markers;
  private final UnreadBytes client;
  private final UnreadBytes server;
  private Optional<Dissector> dissector = Optional.empty();

  /** Bytes are missing: it is looked for where the next message begins. */
  private boolean searching;

  private int searched;
  private boolean understood = true;
  private boolean readable = true;
  private int looked;

  TcpDialogue(Flow flow, TrafficNotes notes, Markers markers, Budget budget) {
    this.flow = flow;
    this.notes = notes;
    this.markers = markers;
    this.client = new UnreadBytes(budget);
    this.server = new UnreadBytes(budget);
  }

  @Override
  public boolean said(boolean byDevice, Slice bytes, long nanos) {
    boolean byClient = byDevice == flow.byDevice();
    if (understood) {
      UnreadBytes heard = byClient ? client : server;
      understood =
          searching
              ? search(byClient, heard, bytes, nanos)
              : heard.add(bytes) && feed(byClient, heard, nanos);
      if (!understood) {
        stopUnderstanding();
      }
    }
    if (readable && !markers.isEmpty() && looked < LOOKED_THROUGH) {
      looked += bytes.length();
      look(byDevice, bytes, nanos);
      return true;
    }
    return understood;
  }

  private void look(boolean byDevice, Slice bytes, long nanos) {
    markers
        .in(bytes)
        .forEach(
            (value, what) -> {
              notes.secret(value);
              notes.readable(flow, "marker", what, byDevice, nanos);
            });
  }

  /** Understands again from a segment on that begins as a message does. */
  private boolean search(boolean byClient, UnreadBytes heard, Slice bytes, long nanos) {
    dissector = Dissectors.inside(flow, notes, byClient, bytes);
    if (dissector.isEmpty()) {
      return ++searched < MOST_SEARCHED;
    }
    searching = false;
    readable = dissector.get().readable();
    return heard.add(bytes) && run(dissector.get(), byClient, heard, nanos);
  }

  private boolean feed(boolean byClient, UnreadBytes heard, long nanos) {
    if (dissector.isEmpty()) {
      dissector = Dissectors.of(flow, notes, byClient, heard.all());
      if (dissector.isEmpty()) {
        return client.all().length() < ENOUGH && server.all().length() < ENOUGH;
      }
      readable = dissector.get().readable();
      UnreadBytes other = byClient ? server : client;
      if (!run(dissector.get(), !byClient, other, nanos)) {
        return false;
      }
    }
    return run(dissector.get(), byClient, heard, nanos);
  }

  private static boolean run(Dissector dissector, boolean byClient, UnreadBytes heard, long nanos) {
    while (!heard.all().isEmpty()) {
      int taken;
      try {
        taken = dissector.heard(byClient, heard.all(), nanos);
      } catch (CutException e) {
        return true;
      }
      if (taken == Dissector.DONE) {
        return false;
      }
      if (taken == 0) {
        return true;
      }
      heard.take(taken);
    }
    return true;
  }

  @Override
  public void missed(boolean byDevice) {
    boolean byClient = byDevice == flow.byDevice();
    (byClient ? client : server).clear();
    if (understood && !(dissector.isPresent() && dissector.get().missed(byClient))) {
      stopUnderstanding();
      dissector = Optional.empty();
      searching = true;
    }
  }

  @Override
  public void ended() {
    if (understood) {
      understood = false;
      stopUnderstanding();
    }
  }

  private void stopUnderstanding() {
    dissector.ifPresent(Dissector::ended);
    client.clear();
    server.clear();
  }
}
