package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Budget;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.flow.FlowReader;
import java.util.Optional;

/** What is said in datagrams between two ports. */
final class DatagramFlow implements FlowReader {
  /** Datagrams without anything that is understood, after which nobody listens any more. */
  private static final int PATIENCE = 32;

  private final Flow flow;
  private final TrafficNotes notes;
  private final Markers markers;
  private final Optional<SecureDatagrams> secure;
  private int left = PATIENCE;

  DatagramFlow(Flow flow, TrafficNotes notes, Markers markers, Budget budget) {
    this.flow = flow;
    this.notes = notes;
    this.markers = markers;
    int port = flow.servicePort();
    this.secure =
        port == 53 || port == 5353
            ? Optional.empty()
            : Optional.of(new SecureDatagrams(flow, notes, budget));
  }

  @Override
  public boolean said(boolean byDevice, Slice b, long nanos) {
    boolean known;
    try {
      known = understood(byDevice, b, nanos);
    } catch (CutException e) {
      known = false;
    }
    if (known) {
      left = Math.max(left, PATIENCE);
    } else if (!encrypted()) {
      markers
          .in(b)
          .forEach(
              (value, what) -> {
                notes.secret(value);
                notes.readable(flow, "marker", what, byDevice, nanos);
              });
    }
    return known || --left > 0;
  }

  private boolean encrypted() {
    return flow.protocol().equals("quic") || flow.protocol().equals("dtls");
  }

  private boolean understood(boolean byDevice, Slice b, long nanos) {
    int port = flow.servicePort();
    return switch (port) {
      case 53 -> dns("dns", byDevice, b, nanos);
      case 5353 -> dns("mdns", byDevice, b, nanos);
      case 5355 -> dns("llmnr", byDevice, b, nanos);
      case 67, 68 -> Dhcp.said(flow, notes, byDevice, b, nanos);
      case 1900 -> Ssdp.said(flow, notes, byDevice, b, nanos);
      case 123 -> ntp(b);
      case 161, 162 -> Snmp.said(flow, notes, byDevice, b, nanos);
      case 5683 -> Coap.said(flow, notes, b, nanos);
      case 69 -> tftp(b);
      default -> {
        Optional<String> home = HomeProtocols.udp(port, b);
        home.ifPresent(flow::speaks);
        yield home.isPresent() || (secure.isPresent() && secure.get().said(byDevice, b, nanos));
      }
    };
  }

  private boolean dns(String source, boolean byDevice, Slice b, long nanos) {
    if (!Dns.begins(b)) {
      return false;
    }
    flow.speaks(source);
    new Dns(flow, notes).message(source, byDevice, b, nanos);
    return true;
  }

  private boolean ntp(Slice b) {
    int version = (b.u8(0) >>> 3) & 7;
    if (b.length() < 48 || version == 0 || version > 5) {
      return false;
    }
    flow.speaks("ntp");
    notes.detail(flow, "ntp-version", String.valueOf(version));
    // A key identifier and a digest behind the header, or extension fields of NTS.
    notes.detail(flow, "ntp-authentication", b.length() > 48 ? "present" : "none");
    return true;
  }

  private boolean tftp(Slice b) {
    int verb = b.u16(0);
    if (verb != 1 && verb != 2) {
      return false;
    }
    flow.speaks("tftp");
    int end = b.indexOf(0, 2);
    notes.detail(flow, verb == 1 ? "tftp-read" : "tftp-write", b.part(2, end - 2).ascii());
    return true;
  }

  @Override
  public void missed(boolean byDevice) {}

  @Override
  public void ended() {
    secure.ifPresent(SecureDatagrams::ended);
  }
}
