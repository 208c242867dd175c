package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Budget;
import dev.plumbline.capture.flow.Flow;
import java.util.Optional;

/** Handshakes of DTLS, and the first packets of QUIC. */
final class SecureDatagrams {
  private static final int HANDSHAKE = 22;
  private static final int MOST_PACKETS = 8;

  private final Flow flow;
  private final TrafficNotes notes;
  private final HandshakeSoFar seen = new HandshakeSoFar();
  private final Budget budget;
  private Optional<QuicHello> hello = Optional.empty();
  private int packets;

  SecureDatagrams(Flow flow, TrafficNotes notes, Budget budget) {
    this.flow = flow;
    this.notes = notes;
    this.budget = budget;
  }

  /** Whether it is one of both and more is to be heard. */
  boolean said(boolean byDevice, Slice b, long nanos) {
    if (packets >= MOST_PACKETS) {
      return false;
    }
    boolean byClient = byDevice == flow.byDevice();
    if (dtls(b)) {
      packets++;
      flow.speaks("dtls");
      records(byClient, b, nanos);
      return true;
    }
    if (byClient && QuicInitial.begins(b)) {
      packets++;
      flow.speaks("quic");
      notes.detail(flow, "quic-version", QuicInitial.version(b));
      if (seen.isEmpty() && (hello.isPresent() || budget.take(QuicHello.SIZE))) {
        QuicHello parts = hello.orElseGet(QuicHello::new);
        hello = Optional.of(parts);
        QuicInitial.frames(b).flatMap(parts::add).ifPresent(h -> quic(h, nanos));
      }
      return true;
    }
    return false;
  }

  private void quic(Slice message, long nanos) {
    TlsHellos.client(message, false, seen);
    Handshakes.tell(flow, notes, seen, nanos);
    ended();
  }

  /** Holds nothing any more. */
  void ended() {
    hello.ifPresent(h -> budget.give(QuicHello.SIZE));
    hello = Optional.empty();
  }

  private static boolean dtls(Slice b) {
    return b.length() >= 13 && b.u8(0) >= 20 && b.u8(0) <= 25 && b.u8(1) == 0xFE && b.u8(2) >= 0xFC;
  }

  private void records(boolean byClient, Slice b, long nanos) {
    int at = 0;
    while (at + 13 <= b.length()) {
      Slice body = b.part(at + 13, b.u16(at + 11));
      boolean clear = b.u16(at + 3) == 0;
      if (b.u8(at) == HANDSHAKE && clear && body.length() >= 12) {
        message(byClient, body, nanos);
      }
      at += 13 + body.length();
    }
  }

  /** Only messages in one piece; hellos seldom are in several. */
  private void message(boolean byClient, Slice b, long nanos) {
    if (b.u24(1) != b.u24(9)) {
      return;
    }
    Slice body = b.part(12, b.u24(9));
    try {
      if (b.u8(0) == 1 && byClient) {
        TlsHellos.client(body, true, seen);
      } else if (b.u8(0) == 2 && !byClient && TlsHellos.server(body, seen)) {
        Handshakes.tell(flow, notes, seen, nanos);
      }
    } catch (CutException e) {
      seen.malformed = Optional.of(true);
    }
  }
}
