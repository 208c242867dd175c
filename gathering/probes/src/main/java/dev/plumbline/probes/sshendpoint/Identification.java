package dev.plumbline.probes.sshendpoint;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;

/**
 * The line in which a server says who it is (RFC 4253, 4.2).
 *
 * @param line as sent, without line break
 * @param protocol such as {@code 2.0}, {@code 1.99} or {@code 1.5}
 * @param software such as {@code OpenSSH_10.0}
 */
record Identification(String line, String protocol, String software) {
  private static final BoundedPattern FORM =
      BoundedPattern.compile("SSH-(\\d+\\.\\d+)-([!-~]{1,200})( .*)?");
  private static final int MAX_LINES = 32;
  private static final int MAX_LINE = 1024;

  /** Reads it; other lines may stand before it. */
  static Identification read(Wire wire, Duration patience) throws IOException {
    for (int i = 0; i < MAX_LINES; i++) {
      String line = line(wire, patience);
      if (line.startsWith("SSH-")) {
        return parse(line);
      }
    }
    throw new SshFormatException("does not say that it speaks SSH");
  }

  static Identification parse(String line) throws SshFormatException {
    Matcher m = FORM.matcher(line);
    if (!m.matches()) {
      throw new SshFormatException("identifies itself in a form that is none");
    }
    return new Identification(line, m.group(1), m.group(2));
  }

  /** Whether a client of the first protocol is welcome, by what it says. */
  boolean claimsFirstProtocol() {
    return protocol.startsWith("1.");
  }

  /** Whether the second protocol is spoken, by what it says. */
  boolean claimsSecondProtocol() {
    return protocol.equals("2.0") || protocol.equals("1.99");
  }

  /** One byte at a time, so that nothing of the next packet is taken with it. */
  private static String line(Wire wire, Duration patience) throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() <= MAX_LINE) {
      byte[] next = wire.read(1, patience);
      if (next.length == 0) {
        throw new SshFormatException("closes the connection before it says what it speaks");
      }
      if (next[0] == '\n') {
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
      }
      line.append((char) (next[0] & 0xFF));
    }
    throw new SshFormatException("says a line of more than " + MAX_LINE + " bytes");
  }
}
