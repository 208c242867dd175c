package dev.plumbline.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A device that knows nothing of its network: it asks for an address, looks a server up and calls
 * it. A stranger on the same cable asks first. The argument: where to write what came of it.
 */
final class LedDevice {
  static final String MAC = "00:00:5e:00:53:01";
  static final String ADDRESS = "192.168.77.20";
  static final String TESTER = "192.168.77.1";
  private static final String STRANGER = "00:00:5e:00:53:99";
  private static final int ANSWER_MILLIS = 500;
  private static final int DISCOVER = 1;
  private static final int REQUEST = 3;
  private static final int YOURS = 16;

  private LedDevice() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    byte[] leased = lease();
    String address = InetAddress.getByAddress(leased).getHostAddress();
    if (new ProcessBuilder("ip", "addr", "add", address + "/24", "dev", "device")
            .inheritIO()
            .start()
            .waitFor()
        != 0) {
      throw new IOException("cannot take " + address);
    }
    String server = look("cloud.devices.example");
    String other = look("elsewhere.example");
    Files.writeString(
        Path.of(args[0], "device"),
        "leased " + address + ", server at " + server + ", elsewhere " + other);
    callUntilNobodyListens(server);
  }

  /** The server may begin to listen later; when it has heard enough it is gone. */
  private static void callUntilNobodyListens(String server) {
    boolean heard = false;
    while (true) {
      try (Socket call = new Socket(server, 443)) {
        heard = true;
        call.getOutputStream().write("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        call.getInputStream().readAllBytes();
      } catch (ConnectException e) {
        if (heard) {
          return;
        }
      } catch (IOException e) {
        // It hangs up without ceremony.
        heard = true;
      }
    }
  }

  /** Asks until somebody answers; the tester may begin later. */
  private static byte[] lease() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("0.0.0.0", 68))) {
      socket.setBroadcast(true);
      socket.setSoTimeout(ANSWER_MILLIS);
      while (true) {
        send(socket, message(DISCOVER, STRANGER, new byte[0]));
        send(socket, message(DISCOVER, MAC, new byte[0]));
        try {
          byte[] offered = answer(socket);
          send(socket, message(REQUEST, MAC, offered));
          return answer(socket);
        } catch (SocketTimeoutException e) {
          // Nobody yet.
        }
      }
    }
  }

  private static void send(DatagramSocket socket, byte[] message) throws IOException {
    socket.send(
        new DatagramPacket(message, message.length, InetAddress.ofLiteral("255.255.255.255"), 67));
  }

  /** The address in an answer, which has to be for the device and not for the stranger. */
  private static byte[] answer(DatagramSocket socket) throws IOException {
    DatagramPacket got = new DatagramPacket(new byte[1_500], 1_500);
    socket.receive(got);
    byte[] to = Arrays.copyOfRange(got.getData(), 28, 34);
    if (!Arrays.equals(to, mac(MAC))) {
      throw new IllegalStateException("somebody else was answered");
    }
    return Arrays.copyOfRange(got.getData(), YOURS, YOURS + 4);
  }

  private static byte[] mac(String text) {
    return HexFormat.ofDelimiter(":").parseHex(text);
  }

  private static byte[] message(int type, String mac, byte[] wanted) {
    ByteArrayOutputStream m = new ByteArrayOutputStream();
    byte[] head = new byte[236];
    head[0] = 1;
    head[1] = 1;
    head[2] = 6;
    head[7] = 7;
    // Answers are to be sent to everybody: it has no address yet.
    head[10] = (byte) 0x80;
    System.arraycopy(mac(mac), 0, head, 28, 6);
    m.writeBytes(head);
    m.writeBytes(new byte[] {99, (byte) 130, 83, 99, 53, 1, (byte) type});
    if (wanted.length > 0) {
      m.writeBytes(new byte[] {50, 4});
      m.writeBytes(wanted);
    }
    m.writeBytes(new byte[] {55, 2, 1, 6, (byte) 255});
    m.writeBytes(new byte[60]);
    return m.toByteArray();
  }

  /** The address of a name; none where there is no such answer. */
  private static String look(String name) throws IOException {
    ByteArrayOutputStream question = new ByteArrayOutputStream();
    question.writeBytes(new byte[] {0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    for (String label : name.split("\\.", -1)) {
      question.write(label.length());
      question.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    question.writeBytes(new byte[] {0, 0, 1, 0, 1});
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(10_000);
      byte[] asked = question.toByteArray();
      socket.send(new DatagramPacket(asked, asked.length, InetAddress.ofLiteral(TESTER), 53));
      DatagramPacket got = new DatagramPacket(new byte[1_500], 1_500);
      socket.receive(got);
      byte[] b = Arrays.copyOf(got.getData(), got.getLength());
      return b[7] == 0
          ? "none"
          : InetAddress.getByAddress(Arrays.copyOfRange(b, b.length - 4, b.length))
              .getHostAddress();
    }
  }
}
