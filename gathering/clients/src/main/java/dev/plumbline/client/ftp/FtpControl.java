package dev.plumbline.client.ftp;

import dev.plumbline.probe.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The control connection of FTP: commands and their replies, single and multi-line. */
final class FtpControl {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MAX_LINE = 1024;
  private static final int MAX_LINES = 100;

  private final Wire wire;
  private final StringBuilder pending = new StringBuilder();

  FtpControl(Wire wire) {
    this.wire = wire;
  }

  record Reply(int code, String text) {}

  Reply command(String line) throws IOException {
    String clean = line.replaceAll("[\\r\\n]", "");
    wire.send((clean + "\r\n").getBytes(StandardCharsets.UTF_8));
    return reply();
  }

  Reply reply() throws IOException {
    String first = line();
    if (!first.matches("[1-5]\\d\\d(?:[ -].*)?")) {
      throw new IOException("not an FTP reply");
    }
    int code = Integer.parseInt(first.substring(0, 3));
    StringBuilder text = new StringBuilder(first.substring(Math.min(4, first.length())));
    if (first.length() > 3 && first.charAt(3) == '-') {
      String end = code + " ";
      String line = line();
      for (int i = 0; !line.startsWith(end); i++) {
        if (i >= MAX_LINES) {
          throw new IOException("a reply of more than " + MAX_LINES + " lines");
        }
        text.append('\n').append(line);
        line = line();
      }
      text.append('\n').append(line.substring(end.length()));
    }
    return new Reply(code, text.toString());
  }

  private String line() throws IOException {
    int end = pending.indexOf("\n");
    while (end < 0) {
      if (pending.length() > MAX_LINE) {
        throw new IOException("a line of more than " + MAX_LINE + " characters");
      }
      byte[] more = wire.read(MAX_LINE, PATIENCE);
      if (more.length == 0) {
        throw new EOFException("closed before its reply was complete");
      }
      pending.append(new String(more, StandardCharsets.ISO_8859_1));
      end = pending.indexOf("\n");
    }
    String line = pending.substring(0, end).stripTrailing();
    pending.delete(0, end + 1);
    return line;
  }
}
