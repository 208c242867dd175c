package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;

/** Version and community of SNMP messages (RFC 1157, 1901, 3412). */
final class Snmp {
  private Snmp() {}

  static boolean said(Flow flow, TrafficNotes notes, boolean byDevice, Slice b, long nanos) {
    if (b.u8(0) != 0x30) {
      return false;
    }
    int at = 2 + (b.u8(1) > 0x80 ? b.u8(1) & 0x7F : 0);
    if (b.u8(at) != 2 || b.u8(at + 1) != 1) {
      return false;
    }
    int version = b.u8(at + 2);
    if (version != 0 && version != 1 && version != 3) {
      return false;
    }
    flow.speaks("snmp");
    notes.detail(flow, "snmp-version", version == 0 ? "1" : version == 1 ? "2c" : "3");
    at += 3;
    if (version < 3 && b.u8(at) == 4) {
      if (b.u8(at + 1) >= 0x80) {
        throw new CutException();
      }
      notes.secret(b.part(at + 2, b.u8(at + 1)).ascii());
      notes.readable(flow, "community", "SNMP message", byDevice, nanos);
    }
    return true;
  }
}
