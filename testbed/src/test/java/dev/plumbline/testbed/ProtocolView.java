package dev.plumbline.testbed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsNoCloseNotifyException;

/** What the device says over protocols of its own kind, by facet. */
final class ProtocolView {
  /** CONNECT without a login, SUBSCRIBE to all topics, DISCONNECT. */
  private static final String LISTENS =
      "10 0d 0004 4d515454 04 02 001e 0001 78  82 06 0001 0001 23 00  e0 00";

  /** CONNECT as root with xc3511, DISCONNECT. */
  private static final String LOGS_IN =
      "10 1b 0004 4d515454 04 c2 001e 0001 78 0004 726f6f74 0006 786333353131  e0 00";

  private ProtocolView() {}

  static Map<String, String> of(DeviceSpec spec, SimulatedDevice at) throws IOException {
    Map<String, String> facets = new TreeMap<>();
    if (at.endpoints().containsKey("broker")) {
      InetSocketAddress broker = at.endpoint("broker");
      boolean tls = spec.base().child("parts").child("broker").has("tls");
      facets.put("mqtt", answers(broker, tls, LISTENS) + answers(broker, tls, LOGS_IN));
      if (tls) {
        facets.put("mqtt-guessing", guessed(spec, broker));
      }
    }
    if (at.endpoints().containsKey("plant")) {
      facets.put("modbus", answers(at.endpoint("plant"), false, "504d 0000 0006 01 03 0000 0001"));
    }
    return facets;
  }

  /** Whether a request is answered that brings a key which nobody has. */
  static String keys(InetSocketAddress api) throws IOException {
    Map<String, String> wrong = Map.of("Authorization", "Bearer of-nobody");
    return "" + new Web(api, true).send("GET", "/", wrong, "").status();
  }

  /** What the owner's password is answered after sixteen wrong ones. */
  private static String guessed(DeviceSpec spec, InetSocketAddress broker) throws IOException {
    String password = spec.effective().child("facts").required("password");
    for (int i = 0; i < 16; i++) {
      answers(broker, true, login("owner", "wrong" + i));
    }
    return answers(broker, true, login("owner", password));
  }

  /** CONNECT with a login, DISCONNECT. */
  private static String login(String user, String password) {
    String payload = counted("x") + counted(user) + counted(password);
    String head = "0004 4d515454 04 c2 001e ".replace(" ", "");
    int length = (head.length() + payload.length()) / 2;
    return "10" + HexFormat.of().toHexDigits((byte) length) + head + payload + "e000";
  }

  private static String counted(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().toHexDigits((short) bytes.length) + HexFormat.of().formatHex(bytes);
  }

  /**
   * All that comes back until the device hangs up.
   *
   * @param tls whether to speak inside TLS, if that can be agreed
   */
  static String answers(InetSocketAddress at, boolean tls, String hex) throws IOException {
    byte[] said = HexFormat.of().parseHex(hex.replace(" ", ""));
    try (Socket socket = Talk.open(at)) {
      if (!tls) {
        socket.getOutputStream().write(said);
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      }
      Optional<Tls.Connection> inside =
          Tls.connect(
              socket, ProtocolVersion.TLSv12, Tls.suite("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
      if (inside.isEmpty()) {
        return "no TLS";
      }
      inside.get().protocol().getOutputStream().write(said);
      try {
        byte[] heard = inside.get().protocol().getInputStream().readAllBytes();
        return new String(heard, StandardCharsets.ISO_8859_1);
      } catch (TlsNoCloseNotifyException e) {
        return "dropped";
      }
    }
  }
}
