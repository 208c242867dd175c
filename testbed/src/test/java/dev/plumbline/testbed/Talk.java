package dev.plumbline.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Plain conversations over TCP, for tests. */
final class Talk {
  private static final int WAIT_MILLIS = 5_000;

  private Talk() {}

  static boolean accepts(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), WAIT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens a connection, or fails. */
  static Socket open(InetSocketAddress endpoint) throws IOException {
    Socket socket = new Socket();
    socket.connect(endpoint, WAIT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(WAIT_MILLIS);
    return socket;
  }

  /** Reads until the text ends as asked, the peer closes or time is up. */
  static String until(InputStream in, String end) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      int c = in.read();
      while (c >= 0) {
        read.write(c);
        if (read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
          break;
        }
        c = in.read();
      }
    } catch (SocketTimeoutException e) {
      return read.toString(StandardCharsets.ISO_8859_1);
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
