package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.UdpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;

/** A port that speaks a protocol over UDP; {@code speaks} says which. */
public final class DatagramPart implements Part {
  private final UdpServer server;

  private DatagramPart(UdpServer server) {
    this.server = server;
  }

  /** Starts the port. */
  public static DatagramPart start(PartContext part) throws IOException {
    boolean fromElsewhere = part.settings().required("speaks").equals("tftp");
    return new DatagramPart(
        UdpServer.start(
            part.address(),
            part.port(),
            answers(part),
            fromElsewhere,
            part.silence(),
            part.settings().child("faults")));
  }

  private static Function<byte[], List<byte[]>> answers(PartContext part) {
    String speaks = part.settings().required("speaks");
    return switch (speaks) {
      case "ssdp" -> new SsdpAnswers(part);
      case "coap" -> new CoapAnswers(part);
      case "bacnet" -> new BacnetAnswers(part);
      case "snmp" -> new SnmpAnswers(part);
      case "ntp" -> new NtpAnswers(part);
      case "dns" -> new DnsAnswers(part);
      case "mdns" -> new MdnsAnswers(part);
      case "tftp" -> new TftpAnswers(part);
      default -> throw new IllegalArgumentException("no such protocol over UDP: " + speaks);
    };
  }

  @Override
  public String transport() {
    return "udp";
  }

  @Override
  public InetSocketAddress endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() {
    server.close();
  }
}
