package dev.plumbline.testbed.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines from a peer that may mix in Telnet commands. */
final class LineReader {
  private static final int IAC = 255;
  private static final int SB = 250;
  private static final int SE = 240;
  private static final int WILL = 251;
  private static final int DONT = 254;
  private static final int MAX = 1024;

  private final InputStream in;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line without its end; nothing when the peer has closed. */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < MAX) {
      int c = in.read();
      if (c < 0) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
      }
      if (c == IAC) {
        command();
      } else if (c == '\n') {
        return Optional.of(line.toString());
      } else if (c != '\r' && c != 0) {
        line.append((char) c);
      }
    }
    throw new IOException("line too long");
  }

  private void command() throws IOException {
    int verb = in.read();
    if (verb >= WILL && verb <= DONT) {
      in.skipNBytes(1);
    } else if (verb == SB) {
      int last = 0;
      int c = in.read();
      while (c >= 0 && !(last == IAC && c == SE)) {
        last = c;
        c = in.read();
      }
    }
  }
}
