package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import java.util.Optional;

/**
 * A TLS handshake as far as it is readable: up to the certificate, or to ServerHello in TLS 1.3.
 */
final class Tls implements Dissector {
  private static final int CHANGE_CIPHER = 20;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int DATA = 23;
  private static final int LARGEST = 64 * 1024;

  private final Flow flow;
  private final TrafficNotes notes;
  private final HandshakeSoFar seen = new HandshakeSoFar();
  private byte[] client = new byte[0];
  private byte[] server = new byte[0];
  private long at;
  private boolean told;
  private boolean retried;

  Tls(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
    flow.speaks("tls");
  }

  static boolean begins(Slice b) {
    return b.u8(0) == HANDSHAKE && b.u8(1) == 3 && b.u8(2) <= 4 && b.u16(3) <= 0x4800;
  }

  /** ClientHello or ServerHello. */
  static boolean isHello(int type) {
    return type == 1 || type == 2;
  }

  /** Whether it is records of any kind from its beginning, one at least of them to its end. */
  static boolean isRecords(Slice b) {
    int at = 0;
    while (at + 5 <= b.length()) {
      int length = b.u16(at + 3);
      boolean record =
          b.u8(at) >= CHANGE_CIPHER
              && b.u8(at) <= DATA
              && b.u8(at + 1) == 3
              && b.u8(at + 2) <= 4
              && length > 0
              && length <= 0x4800;
      if (!record) {
        return false;
      }
      at += 5 + length;
    }
    return at > 0 && at == b.length();
  }

  @Override
  public int heard(boolean byClient, Slice b, long nanos) {
    int type = b.u8(0);
    int length = b.u16(3);
    if (type < CHANGE_CIPHER || type > DATA || b.u8(1) != 3) {
      return DONE;
    }
    Slice body = b.part(5, length);
    if (at == 0) {
      at = nanos;
    }
    switch (type) {
      case ALERT -> {
        if (length == 2) {
          seen.alert = Optional.of(body.u8(1));
          seen.alertByDevice = Optional.of(byClient == flow.byDevice());
        }
        return DONE;
      }
      case HANDSHAKE -> {
        if (!message(byClient, body)) {
          return DONE;
        }
      }
      case DATA -> {
        return DONE;
      }
      default -> {
        // TLS 1.3 sends a change of cipher for the sake of boxes between, after a retry too.
        if (!retried && seen.version.isPresent()) {
          return DONE;
        }
      }
    }
    return 5 + length;
  }

  /** Adds a record's part of a message; false when nothing more is readable. */
  private boolean message(boolean byClient, Slice part) {
    byte[] before = byClient ? client : server;
    if (before.length + part.length() > LARGEST) {
      return false;
    }
    byte[] now = java.util.Arrays.copyOf(before, before.length + part.length());
    part.copyTo(now, before.length);
    Slice all = Slice.of(now);
    boolean more = true;
    while (more && all.length() >= 4 && all.length() >= 4 + all.u24(1)) {
      more = understood(all.u8(0), all.part(4, all.u24(1)));
      all = all.from(4 + all.u24(1));
    }
    if (byClient) {
      client = all.bytes();
    } else {
      server = all.bytes();
    }
    return more;
  }

  private boolean understood(int type, Slice body) {
    switch (type) {
      case 1 -> TlsHellos.client(body, false, seen);
      case 2 -> {
        retried = !TlsHellos.server(body, seen);
        return retried || !seen.version.equals(Optional.of("TLSv1.3"));
      }
      case 11 -> {
        if (body.length() >= 6 && seen.certificateSha256.isEmpty()) {
          TlsCertificates.read(body, seen);
        }
      }
      case 13 -> seen.asksForClientCertificate = Optional.of(true);
      default -> {}
    }
    return type != 14;
  }

  @Override
  public void ended() {
    if (!told && !seen.isEmpty()) {
      told = true;
      Handshakes.tell(flow, notes, seen, at);
    }
  }

  @Override
  public boolean readable() {
    return false;
  }
}
