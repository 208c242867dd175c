package dev.plumbline.testbed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What the device says over protocols of its own kind, by facet. */
final class ProtocolView {
  /** CONNECT without a login, SUBSCRIBE to all topics, DISCONNECT. */
  private static final String LISTENS =
      "10 0d 0004 4d515454 04 02 001e 0001 78  82 06 0001 0001 23 00  e0 00";

  /** CONNECT as root with xc3511, DISCONNECT. */
  private static final String LOGS_IN =
      "10 1b 0004 4d515454 04 c2 001e 0001 78 0004 726f6f74 0006 786333353131  e0 00";

  private ProtocolView() {}

  static Map<String, String> of(SimulatedDevice at) throws IOException {
    Map<String, String> facets = new TreeMap<>();
    if (at.endpoints().containsKey("broker")) {
      InetSocketAddress broker = at.endpoint("broker");
      facets.put("mqtt", answers(broker, LISTENS) + answers(broker, LOGS_IN));
    }
    if (at.endpoints().containsKey("plant")) {
      facets.put("modbus", answers(at.endpoint("plant"), "504d 0000 0006 01 03 0000 0001"));
    }
    return facets;
  }

  /** All that comes back until the device hangs up. */
  private static String answers(InetSocketAddress at, String hex) throws IOException {
    try (Socket socket = Talk.open(at)) {
      socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
