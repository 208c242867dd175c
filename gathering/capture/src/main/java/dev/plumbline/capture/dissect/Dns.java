package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.net.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** DNS messages (RFC 1035), as DNS, mDNS and LLMNR send them. */
final class Dns {
  private static final int MOST_RECORDS = 128;
  private static final int LONGEST_NAME = 255;

  private final Flow flow;
  private final TrafficNotes notes;

  Dns(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
  }

  /** Whether it looks like a message: sane counts and a query or an answer. */
  static boolean begins(Slice b) {
    return b.length() >= 12
        && (b.u16(2) & 0x7800) <= 0x2800
        && b.u16(4) <= MOST_RECORDS
        && b.u16(4) + b.u16(6) + b.u16(8) + b.u16(10) > 0;
  }

  /**
   * Notes what a message asks or answers.
   *
   * @param source {@code dns}, {@code mdns} or {@code llmnr}
   */
  void message(String source, boolean byDevice, Slice b, long nanos) {
    boolean answer = (b.u16(2) & 0x8000) != 0;
    int at = 12;
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < Math.min(b.u16(4), MOST_RECORDS); i++) {
      String name = name(b, at);
      at = skip(b, at);
      if (byDevice && !answer) {
        notes.named(flow, source, false, name, type(b.u16(at)), nanos);
      }
      questions.add(name);
      at += 4;
    }
    int records = Math.min(b.u16(6) + (source.equals("mdns") ? b.u16(10) : 0), MOST_RECORDS);
    for (int i = 0; i < records && answer; i++) {
      at = record(source, byDevice, questions, b, at, nanos);
    }
  }

  private int record(
      String source, boolean byDevice, List<String> questions, Slice b, int start, long nanos) {
    String name = name(b, start);
    int at = skip(b, start);
    int type = b.u16(at);
    int length = b.u16(at + 8);
    Slice data = b.part(at + 10, length);
    if (type == 1 || type == 28) {
      Address address = type == 1 ? Address.v4(data) : Address.v6(data);
      notes.resolved(address, name);
      // Aliases: the name that was asked for is the one that says what for.
      questions.forEach(q -> notes.resolved(address, q));
    }
    if (byDevice && source.equals("mdns")) {
      String told = type == 12 ? name(b, at + 10) : name;
      notes.named(flow, source, true, told, type(type), nanos);
    }
    return at + 10 + length;
  }

  private static String type(int number) {
    return switch (number) {
      case 1 -> "A";
      case 2 -> "NS";
      case 5 -> "CNAME";
      case 6 -> "SOA";
      case 12 -> "PTR";
      case 15 -> "MX";
      case 16 -> "TXT";
      case 28 -> "AAAA";
      case 33 -> "SRV";
      case 65 -> "HTTPS";
      case 255 -> "ANY";
      default -> "TYPE" + number;
    };
  }

  /** The name at a place, compression followed backwards only. */
  private static String name(Slice b, int start) {
    StringBuilder name = new StringBuilder();
    int at = start;
    int limit = start;
    while (true) {
      int length = b.u8(at);
      if (length == 0) {
        return name.isEmpty() ? "." : name.toString().toLowerCase(Locale.ROOT);
      }
      if (length >= 0xC0) {
        int target = b.u16(at) & 0x3FFF;
        if (target >= limit) {
          throw new CutException();
        }
        limit = target;
        at = target;
        continue;
      }
      if (length > 63 || name.length() > LONGEST_NAME) {
        throw new CutException();
      }
      if (!name.isEmpty()) {
        name.append('.');
      }
      name.append(b.part(at + 1, length).text(java.nio.charset.StandardCharsets.UTF_8));
      at += 1 + length;
    }
  }

  /** Where the name at a place ends. */
  private static int skip(Slice b, int start) {
    int at = start;
    while (true) {
      int length = b.u8(at);
      if (length == 0) {
        return at + 1;
      }
      if (length >= 0xC0) {
        return at + 2;
      }
      at += 1 + length;
    }
  }
}
