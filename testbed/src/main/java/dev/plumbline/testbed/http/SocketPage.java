package dev.plumbline.testbed.http;

import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A WebSocket (RFC 6455) that sends one message and then waits until the peer goes. Settings of the
 * page: {@code sends}, {@code anyOrigin} (pages of other sites may open it).
 */
final class SocketPage {
  private static final int MOST = 125;

  private SocketPage() {}

  static boolean asks(HttpRequest request) {
    return request.headers().getOrDefault("upgrade", "").equalsIgnoreCase("websocket")
        && request.headers().containsKey("sec-websocket-key");
  }

  /** Whether the page that asks is one of the device's own. */
  static boolean isOwn(Settings page, HttpRequest request) {
    String host = request.headers().getOrDefault("host", "");
    return page.flag("anyOrigin", false)
        || request.headers().getOrDefault("origin", "").matches("https?://" + host);
  }

  static void talk(
      Settings page, PartContext part, HttpRequest request, InputStream in, OutputStream out)
      throws IOException {
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(request.headers().getOrDefault("sec-websocket-key", ""))
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    byte[] message = part.fill(page.text("sends", "")).getBytes(StandardCharsets.UTF_8);
    if (message.length > 0) {
      out.write(0x81);
      out.write(Math.min(MOST, message.length));
      out.write(message, 0, Math.min(MOST, message.length));
    }
    out.flush();
    in.transferTo(OutputStream.nullOutputStream());
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
