package dev.plumbline.testbed.proxy;

import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.TcpServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A proxy as far as its first answer: it opens no connection to anybody. Settings: {@code speaks}
 * ({@code socks5} or {@code http}), {@code open}: whether it asks for no login.
 */
public final class ProxyPart implements Part {
  private static final int MAX_LINE = 1024;

  private final TcpServer server;

  private ProxyPart(TcpServer server) {
    this.server = server;
  }

  /** Starts the proxy. */
  public static ProxyPart start(PartContext part) throws IOException {
    boolean open = part.settings().flag("open", true);
    boolean socks = part.settings().required("speaks").equals("socks5");
    return new ProxyPart(
        TcpServer.start(
            part.address(),
            part.port(),
            (in, out) -> {
              if (socks) {
                socks(in, out, open);
              } else {
                http(in, out, open);
              }
            },
            part.silence()));
  }

  /** RFC 1928, section 3: the method is chosen among those that the client offers. */
  private static void socks(InputStream in, OutputStream out, boolean open) throws IOException {
    if (in.read() != 5) {
      return;
    }
    byte[] methods = in.readNBytes(Math.max(0, in.read()));
    byte wanted = (byte) (open ? 0 : 2);
    boolean offered = new String(methods, StandardCharsets.ISO_8859_1).indexOf(wanted) >= 0;
    out.write(new byte[] {5, offered ? wanted : (byte) 0xff});
    out.flush();
    in.read();
  }

  private static void http(InputStream in, OutputStream out, boolean open) throws IOException {
    String[] words = line(in).split(" ");
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.length() >= MAX_LINE) {
        throw new IOException("line too long");
      }
    }
    boolean tunnel = words[0].equals("CONNECT") && words.length == 3;
    String status = "400 Bad Request";
    if (tunnel && !open) {
      status = "407 Proxy Authentication Required";
    } else if (tunnel) {
      status = words[1].endsWith(":0") ? "502 Bad Gateway" : "200 Connection established";
    }
    String answer = "HTTP/1.0 " + status + "\r\nProxy-Connection: close\r\n\r\n";
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    byte[] line = new byte[MAX_LINE];
    int length = 0;
    for (int c = in.read(); c != '\n' && length < MAX_LINE; c = in.read()) {
      if (c < 0) {
        throw new EOFException("no whole request");
      }
      line[length++] = (byte) c;
    }
    return new String(Arrays.copyOf(line, length), StandardCharsets.ISO_8859_1).strip();
  }

  @Override
  public InetSocketAddress endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
