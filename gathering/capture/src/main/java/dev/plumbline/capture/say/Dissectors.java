package dev.plumbline.capture.say;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import java.util.Optional;

/** Tells from the first bytes of a connection what is spoken; from the port only where it must. */
final class Dissectors {
  private Dissectors() {}

  static Optional<Dissector> of(Flow flow, Notes notes, boolean byClient, Slice b) {
    if (b.length() < 4) {
      return flow.servicePort() == 23 && b.length() > 0
          ? Optional.of(new Telnet(flow, notes))
          : Optional.empty();
    }
    if (Tls.begins(b)) {
      return Optional.of(new Tls(flow, notes));
    }
    if (b.startsWith("SSH-")) {
      return Optional.of(new Ssh(flow, notes));
    }
    if (byClient && HttpTalk.begins(b)) {
      return Optional.of(new HttpTalk(flow, notes));
    }
    if (byClient && Mqtt.begins(b)) {
      return Optional.of(new Mqtt(flow, notes));
    }
    if (flow.servicePort() == 53) {
      return Optional.of(new DnsOverTcp(flow, notes));
    }
    if (LineTalk.begins(flow, byClient, b)) {
      return Optional.of(new LineTalk(flow, notes));
    }
    if (flow.servicePort() == 23 || flow.servicePort() == 2323 || b.u8(0) == 0xFF) {
      return Optional.of(new Telnet(flow, notes));
    }
    return Optional.empty();
  }
}
