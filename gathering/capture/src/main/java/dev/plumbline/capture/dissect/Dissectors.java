package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import java.util.Optional;

/** Tells from the first bytes of a connection what is spoken; from the port only where it must. */
final class Dissectors {
  private Dissectors() {}

  static Optional<Dissector> of(Flow flow, TrafficNotes notes, boolean byClient, Slice b) {
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
    Optional<Dissector> home = HomeProtocols.tcp(flow, b);
    if (home.isPresent()) {
      return home;
    }
    if (flow.servicePort() == 53) {
      return Optional.of(new DnsOverTcp(flow, notes));
    }
    if (LineProtocols.begins(flow, byClient, b)) {
      return Optional.of(new LineProtocols(flow, notes));
    }
    if (flow.servicePort() == 23 || flow.servicePort() == 2323 || b.u8(0) == 0xFF) {
      return Optional.of(new Telnet(flow, notes));
    }
    return Optional.empty();
  }

  /**
   * The same inside a connection of which bytes are missing, at the beginning of a segment, which
   * often is that of a message; stricter, as any bytes may stand there.
   */
  static Optional<Dissector> inside(Flow flow, TrafficNotes notes, boolean byClient, Slice b) {
    int port = flow.servicePort();
    if (b.length() >= 4 && Tls.begins(b) && b.length() >= 9 && Tls.isHello(b.u8(5))) {
      return Optional.of(new Tls(flow, notes));
    }
    if (Tls.isRecords(b)) {
      return Optional.of(NamedProtocol.of(flow, "tls", false));
    }
    if (port == 1883 && Mqtt.isPackets(b)) {
      return byClient && b.length() >= 8 && Mqtt.begins(b)
          ? Optional.of(new Mqtt(flow, notes))
          : Optional.of(NamedProtocol.of(flow, "mqtt", true));
    }
    if (b.length() < 4) {
      return Optional.empty();
    }
    if (b.startsWith("SSH-")) {
      return Optional.of(new Ssh(flow, notes));
    }
    if (byClient && HttpTalk.begins(b)) {
      return Optional.of(new HttpTalk(flow, notes));
    }
    if (!byClient && (b.startsWith("HTTP/1.") || b.startsWith("RTSP/1."))) {
      flow.speaks(b.startsWith("RTSP") ? "rtsp" : "http");
      return Optional.of(new HttpTalk(flow, notes));
    }
    if (port == 53 && b.length() > 14 && b.u16(0) == b.length() - 2) {
      return Optional.of(new DnsOverTcp(flow, notes));
    }
    if (port == 23 || port == 2323) {
      return Optional.of(new Telnet(flow, notes));
    }
    Optional<Dissector> home = HomeProtocols.tcp(flow, b);
    return home.isEmpty() && LineProtocols.isOfPort(port)
        ? Optional.of(new LineProtocols(flow, notes))
        : home;
  }
}
