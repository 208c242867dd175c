package dev.plumbline.testbed.text;

import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.TcpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A port that speaks a line protocol. */
public final class TextPart implements Part {
  private final TcpServer server;

  private TextPart(TcpServer server) {
    this.server = server;
  }

  /** A Telnet login. See {@link TelnetConversation} for the settings. */
  public static TextPart telnet(PartContext part) throws IOException {
    return start(part, new TelnetConversation(part, part.login()));
  }

  /** An FTP control connection. See {@link FtpConversation} for the settings. */
  public static TextPart ftp(PartContext part) throws IOException {
    return start(part, new FtpConversation(part, part.login()));
  }

  /** An RTSP server. See {@link RtspConversation} for the settings. */
  public static TextPart rtsp(PartContext part) throws IOException {
    return start(part, new RtspConversation(part, part.login()));
  }

  /** A console without login. Settings: {@code banner}, {@code prompt}. */
  public static TextPart console(PartContext part) throws IOException {
    return start(
        part,
        (in, out) ->
            LimitedShell.run(
                new LineReader(in),
                out,
                part.fill(part.settings().text("banner", "")),
                part.settings().text("prompt", "# ")));
  }

  private static TextPart start(PartContext part, Conversation conversation) throws IOException {
    return new TextPart(TcpServer.start(part.address(), part.port(), conversation, part.silence()));
  }

  static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
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
