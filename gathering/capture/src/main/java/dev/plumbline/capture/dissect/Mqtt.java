package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;

/** The CONNECT packet of MQTT 3.1 to 5 in clear text. */
final class Mqtt implements Dissector {
  private static final int USER = 0x80;
  private static final int PASSWORD = 0x40;
  private static final int WILL = 0x04;

  private final Flow flow;
  private final TrafficNotes notes;

  Mqtt(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
    flow.speaks("mqtt");
  }

  static boolean begins(Slice b) {
    if (b.u8(0) != 0x10 || b.length() < 8) {
      return false;
    }
    int at = variable(b);
    return at > 0 && (named(b, at, "MQTT") || named(b, at, "MQIsdp"));
  }

  /** Whether it is whole packets of any kind, the first a PUBLISH, a ping or a CONNECT. */
  static boolean isPackets(Slice b) {
    int at = 0;
    while (at + 2 <= b.length()) {
      int type = b.u8(at) >>> 4;
      int length = 0;
      int end = at + 1;
      for (int shift = 0; shift < 28 && end < b.length(); shift += 7) {
        int value = b.u8(end++);
        length |= (value & 0x7F) << shift;
        if (value < 0x80) {
          break;
        }
      }
      boolean first = at > 0 || type == 1 || type == 3 || (type >= 12 && type <= 13);
      if (type == 0 || !first || (type >= 12 && type <= 13 && length > 0)) {
        return false;
      }
      at = end + length;
    }
    return at > 0 && at == b.length();
  }

  private static boolean named(Slice b, int at, String name) {
    return b.length() >= at + 2 + name.length()
        && b.u16(at) == name.length()
        && b.from(at + 2).startsWith(name);
  }

  /** Where the variable header begins; -1 where the length has no end. */
  private static int variable(Slice b) {
    for (int at = 1; at < Math.min(5, b.length()); at++) {
      if (b.u8(at) < 0x80) {
        return at + 1;
      }
    }
    return -1;
  }

  @Override
  public int heard(boolean byClient, Slice b, long nanos) {
    if (!byClient) {
      return 0;
    }
    int at = variable(b);
    at += 2 + b.u16(at);
    int version = b.u8(at);
    int flags = b.u8(at + 1);
    at += 4;
    if (version == 5) {
      at = properties(b, at);
    }
    at += 2 + b.u16(at);
    if ((flags & WILL) != 0) {
      at = version == 5 ? properties(b, at) : at;
      at += 2 + b.u16(at);
      at += 2 + b.u16(at);
    }
    boolean byDevice = flow.byDevice();
    notes.detail(flow, "mqtt-version", String.valueOf(version));
    notes.detail(flow, "mqtt-user", (flags & USER) != 0 ? "present" : "none");
    if ((flags & USER) != 0) {
      at += 2 + b.u16(at);
    }
    if ((flags & PASSWORD) != 0) {
      notes.secret(b.part(at + 2, b.u16(at)).ascii());
      notes.readable(flow, "password", "MQTT CONNECT", byDevice, nanos);
    }
    return DONE;
  }

  private static int properties(Slice b, int start) {
    int length = 0;
    int at = start;
    for (int shift = 0; shift < 28; shift += 7) {
      int value = b.u8(at++);
      length |= (value & 0x7F) << shift;
      if (value < 0x80) {
        break;
      }
    }
    return at + length;
  }
}
