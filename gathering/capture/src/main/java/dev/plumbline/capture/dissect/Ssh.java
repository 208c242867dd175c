package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;

/** The lines with which SSH begins (RFC 4253 section 4.2). */
final class Ssh implements Dissector {
  private final Flow flow;
  private final TrafficNotes notes;
  private int lines;

  Ssh(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
    flow.speaks("ssh");
  }

  @Override
  public int heard(boolean byClient, Slice bytes, long nanos) {
    int end = bytes.indexOf('\n', 0);
    if (end < 0) {
      return bytes.length() > 512 ? DONE : 0;
    }
    notes.detail(flow, byClient ? "client-banner" : "banner", bytes.part(0, end).ascii());
    return ++lines == 2 ? DONE : end + 1;
  }

  @Override
  public boolean readable() {
    return false;
  }
}
