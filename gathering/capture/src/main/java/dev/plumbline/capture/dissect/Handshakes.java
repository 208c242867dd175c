package dev.plumbline.capture.dissect;

import dev.plumbline.capture.flow.Flow;

/** Notes a handshake, and the names that it tells. */
final class Handshakes {
  private static final int DNS_OVER_TLS = 853;

  private Handshakes() {}

  static void tell(Flow flow, TrafficNotes notes, HandshakeSoFar seen, long nanos) {
    seen.sni.ifPresent(name -> notes.detail(flow, "sni", name));
    if (flow.servicePort() == DNS_OVER_TLS && flow.byDevice()) {
      notes.namesHidden("DNS over TLS at " + flow.server());
    }
    notes.handshake(flow, seen.handshake(), nanos);
  }
}
