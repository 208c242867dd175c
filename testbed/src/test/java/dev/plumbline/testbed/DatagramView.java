package dev.plumbline.testbed;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts of a device say over UDP. */
final class DatagramView {
  // Every part answers its questions at once; this is for a busy machine.
  private static final int PATIENCE_MILLIS = 10_000;

  /** Head of the record and of the message, and the version, in hexadecimal. */
  private static final int BEFORE_COOKIE = 54;

  /** By what a part speaks: questions, as Latin-1. */
  private static final Map<String, List<String>> QUESTIONS =
      Map.of(
          "bacnet",
          List.of("\201\n\0\21\1\4\0\5\1\f\f\2?\377\377\31M"),
          "coap",
          // GET /config
          List.of("\101\1PLx\266config"),
          // A ClientHello without a cookie.
          "dtls",
          List.of(
              new String(
                  HexFormat.of()
                      .parseHex(
                          "16feff00000000000000000040010000340000000000000034fefd706c756d626c696e"
                              + "65706c756d626c696e65706c756d626c696e65706c756d620000000cc0a8c0aec02bc0"
                              + "2f009c00ff0100"),
                  StandardCharsets.ISO_8859_1)),
          "ssdp",
          List.of("M-SEARCH * HTTP/1.1\r\nMAN: \"ssdp:discover\"\r\nST: upnp:rootdevice\r\n\r\n"),
          "dns",
          List.of("PL\1\0\0\1\0\0\0\0\0\0\4name\7example\0\0\1\0\1"),
          "ntp",
          List.of("\43" + "\0".repeat(47)),
          "tftp",
          List.of("\0\1config.txt\0octet\0"),
          "snmp",
          List.of(
              "0\46\2\1\1\4\6public\240\31\2\1\1\2\1\0\2\1\0"
                  + "0\16"
                  + "0\14\6\10+\6\1\2\1\1\1\0\5\0"));

  private DatagramView() {}

  static String of(DeviceSpec spec, SimulatedDevice device) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String part : new TreeSet<>(device.datagramParts())) {
      Settings settings = spec.effective().child("parts").child(part);
      String speaks = settings.text("speaks", "dtls");
      for (String question : questions(speaks, settings)) {
        byte[] asked = question.getBytes(StandardCharsets.ISO_8859_1);
        String answer = ask(device.endpoint(part), asked);
        // A cookie is another one each time.
        boolean cookie = speaks.equals("dtls") && answer.length() > BEFORE_COOKIE;
        seen.append(part + " " + (cookie ? answer.substring(0, BEFORE_COOKIE) : answer) + "\n");
      }
    }
    return seen.toString();
  }

  /** What a part is asked; of multicast DNS, what is told of each service that it announces. */
  static List<String> questions(String speaks, Settings part) {
    if (!speaks.equals("mdns")) {
      return QUESTIONS.getOrDefault(speaks, List.of());
    }
    return part.child("services").children().entrySet().stream()
        .map(s -> s.getKey() + "." + s.getValue().required("kind") + ".local")
        .map(n -> "PL\0\0\0\1\0\0\0\0\0\0" + labels(n) + "\0\0\20\0\1")
        .toList();
  }

  private static String labels(String name) {
    return Stream.of(name.split("\\.", -1))
        .map(l -> (char) l.length() + l)
        .collect(Collectors.joining());
  }

  private static String ask(InetSocketAddress at, byte[] question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.send(new DatagramPacket(question, question.length, at));
      DatagramPacket got = new DatagramPacket(new byte[4096], 4096);
      socket.receive(got);
      return HexFormat.of().formatHex(Arrays.copyOf(got.getData(), got.getLength()));
    } catch (SocketTimeoutException silent) {
      return "silent";
    }
  }
}
