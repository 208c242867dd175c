package dev.plumbline.testbed;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** Whether the hub's parts stay up when they are sent long messages. */
final class OddMessagesView {
  private static final int LONG = 700;
  private static final int TRIES = 100;
  private static final int MILLIS = 100;

  private OddMessagesView() {}

  static String of(DeviceSpec spec, SimulatedDevice at) throws IOException {
    if (!spec.name().equals("home-hub")) {
      return "none";
    }
    StringBuilder seen = new StringBuilder();
    Settings parts = spec.effective().child("parts");
    for (String part : new TreeSet<>(at.datagramParts())) {
      String speaks = parts.child(part).text("speaks", "dtls");
      if (!speaks.equals("dtls")) {
        String question = DatagramView.questions(speaks, parts.child(part)).getFirst();
        seen.append(part + " " + after(at.endpoint(part), question) + "\n");
      }
    }
    // A client's name of that length, in CONNECT of MQTT 3.1.1.
    String name = "10 c805 0004 4d515454 04 02 001e 02bc" + "41".repeat(LONG) + "e000";
    boolean tls = parts.child("broker").child("tls").has("versions");
    String answer = ProtocolView.answers(at.endpoint("broker"), tls, name);
    return seen + (answer.isEmpty() || answer.equals("dropped") ? "broker fell" : "broker answers");
  }

  /** What becomes of an ordinary question after a long message: the port that fell is closed. */
  private static String after(InetSocketAddress at, String question) throws IOException {
    byte[] asked = question.getBytes(StandardCharsets.ISO_8859_1);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(at);
      socket.setSoTimeout(MILLIS);
      socket.send(new DatagramPacket(new byte[LONG], LONG));
      for (int i = 0; i < TRIES; i++) {
        try {
          socket.send(new DatagramPacket(asked, asked.length));
          socket.receive(new DatagramPacket(new byte[LONG], LONG));
          return "answers";
        } catch (SocketTimeoutException silent) {
          // On its way, or lost with the port that closed.
        } catch (PortUnreachableException closed) {
          return "closed";
        }
      }
      return "silent";
    }
  }
}
