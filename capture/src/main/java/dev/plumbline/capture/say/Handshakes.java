package dev.plumbline.capture.say;

import dev.plumbline.capture.flow.Flow;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes a handshake, and the names that it tells. */
final class Handshakes {
  private static final int DNS_OVER_TLS = 853;

  private Handshakes() {}

  static void tell(Flow flow, Notes notes, Map<String, Object> seen, long nanos) {
    Map<String, Object> handshake = new LinkedHashMap<>(seen);
    handshake.put("complete", seen.containsKey("version"));
    if (handshake.get("sni") instanceof String name) {
      notes.detail(flow, "sni", name);
    }
    if (flow.servicePort() == DNS_OVER_TLS && flow.byDevice()) {
      notes.namesHidden("DNS over TLS at " + flow.server());
    }
    notes.handshake(flow, handshake, nanos);
  }
}
