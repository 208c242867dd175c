package dev.plumbline.testbed;

import dev.plumbline.testbed.datagram.DatagramPart;
import dev.plumbline.testbed.http.HttpPart;
import dev.plumbline.testbed.industrial.ModbusPart;
import dev.plumbline.testbed.mqtt.MqttPart;
import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.proxy.ProxyPart;
import dev.plumbline.testbed.ssh.SshPart;
import dev.plumbline.testbed.text.TextPart;
import dev.plumbline.testbed.tls.DtlsPart;
import java.io.IOException;

/** The kinds of part that a device can be made of. */
final class PartKinds {
  private PartKinds() {}

  static Part start(PartContext part) throws IOException {
    String kind = part.settings().required("kind");
    return switch (kind) {
      case "http" -> HttpPart.start(part);
      case "ssh" -> SshPart.start(part);
      case "telnet" -> TextPart.telnet(part);
      case "ftp" -> TextPart.ftp(part);
      case "rtsp" -> TextPart.rtsp(part);
      case "dtls" -> DtlsPart.start(part);
      case "datagram" -> DatagramPart.start(part);
      case "modbus" -> ModbusPart.start(part);
      case "mqtt" -> MqttPart.start(part);
      case "proxy" -> ProxyPart.start(part);
      case "console" -> TextPart.console(part);
      default -> throw new IllegalArgumentException("no such kind of part: " + kind);
    };
  }
}
