package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;

/** DNS messages with their length before them (RFC 7766). */
final class DnsOverTcp implements Dissector {
  private final Flow flow;
  private final TrafficNotes notes;

  DnsOverTcp(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
    flow.speaks("dns");
  }

  @Override
  public int heard(boolean byClient, Slice bytes, long nanos) {
    int length = bytes.u16(0);
    Slice message = bytes.part(2, length);
    if (!Dns.begins(message)) {
      return DONE;
    }
    try {
      new Dns(flow, notes).message("dns", byClient == flow.byDevice(), message, nanos);
    } catch (CutException e) {
      return DONE;
    }
    return 2 + length;
  }
}
