package dev.plumbline.testbed.text;

import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.PartContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** RTSP up to DESCRIBE. Settings: {@code open} (no login), {@code server}. */
final class RtspConversation implements Conversation {
  private static final String SDP =
      """
      v=0\r
      o=- 1 1 IN IP4 0.0.0.0\r
      s=Live\r
      m=video 0 RTP/AVP 96\r
      a=rtpmap:96 H264/90000\r
      """;

  private final PartContext part;
  private final DeviceAccounts accounts;

  RtspConversation(PartContext part, DeviceAccounts accounts) {
    this.part = part;
    this.accounts = accounts;
  }

  @Override
  public void talk(InputStream in, OutputStream out) throws IOException {
    LineReader lines = new LineReader(in);
    Optional<String> first = lines.next();
    while (first.isPresent()) {
      Map<String, String> headers = new HashMap<>();
      Optional<String> line = lines.next();
      while (line.isPresent() && !line.get().isEmpty()) {
        String[] sides = line.get().split(":", 2);
        headers.put(sides[0].toLowerCase(Locale.ROOT), sides.length > 1 ? sides[1].strip() : "");
        line = lines.next();
      }
      TextPart.say(out, answer(first.get(), headers));
      first = lines.next();
    }
  }

  private String answer(String request, Map<String, String> headers) {
    String common =
        "CSeq: "
            + headers.getOrDefault("cseq", "0")
            + "\r\n"
            + part.settings()
                .text("server")
                .map(s -> "Server: " + part.fill(s) + "\r\n")
                .orElse("");
    if (!request.contains(" RTSP/1.")) {
      return "RTSP/1.0 400 Bad Request\r\n" + common + "\r\n";
    }
    if (request.startsWith("OPTIONS ")) {
      return "RTSP/1.0 200 OK\r\n" + common + "Public: OPTIONS, DESCRIBE\r\n\r\n";
    }
    if (!part.settings().flag("open", false) && !loggedIn(headers)) {
      return "RTSP/1.0 401 Unauthorized\r\n"
          + common
          + "WWW-Authenticate: Basic realm=\"device\"\r\n\r\n";
    }
    return "RTSP/1.0 200 OK\r\n"
        + common
        + "Content-Type: application/sdp\r\nContent-Length: "
        + SDP.length()
        + "\r\n\r\n"
        + SDP;
  }

  private boolean loggedIn(Map<String, String> headers) {
    String header = headers.getOrDefault("authorization", "");
    if (!header.startsWith("Basic ")) {
      return false;
    }
    try {
      String both =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length())),
              StandardCharsets.UTF_8);
      String[] sides = both.split(":", 2);
      return sides.length == 2
          && accounts.attempt(sides[0], sides[1]) == DeviceAccounts.Answer.ACCEPTED;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
