package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The words in clear text after which a server starts TLS. */
enum StartTls {
  /** TLS from the first byte. */
  NONE,
  SMTP,
  FTP,
  IMAP,
  POP3;

  private static final int MAX_REPLY = 8192;

  /** The dialogue of a protocol as {@code service.identified} names it; empty if none is known. */
  static Optional<StartTls> of(String protocol) {
    return switch (protocol.toLowerCase(Locale.ROOT)) {
      case "smtp" -> Optional.of(SMTP);
      case "ftp" -> Optional.of(FTP);
      case "imap" -> Optional.of(IMAP);
      case "pop3" -> Optional.of(POP3);
      default -> Optional.empty();
    };
  }

  /**
   * Talks until the server is ready for the hello.
   *
   * @throws NotOfferedException if it declines
   */
  void begin(Wire wire, Duration patience) throws IOException {
    switch (this) {
      case NONE -> {}
      case SMTP -> {
        expect(reply(wire, patience), "220");
        say(wire, "EHLO localhost");
        expect(reply(wire, patience), "250");
        say(wire, "STARTTLS");
        expect(reply(wire, patience), "220");
      }
      case FTP -> {
        expect(reply(wire, patience), "220");
        say(wire, "AUTH TLS");
        expect(reply(wire, patience), "234");
      }
      case IMAP -> {
        expect(line(wire, patience), "* OK");
        say(wire, "a1 STARTTLS");
        expect(line(wire, patience), "a1 OK");
      }
      case POP3 -> {
        expect(line(wire, patience), "+OK");
        say(wire, "STLS");
        expect(line(wire, patience), "+OK");
      }
    }
  }

  private static void say(Wire wire, String text) throws IOException {
    wire.send((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void expect(String reply, String start) throws NotOfferedException {
    if (!reply.startsWith(start)) {
      throw new NotOfferedException("the server does not start TLS after clear text");
    }
  }

  /** The last line of a reply that may have several: {@code 250-…} until {@code 250 …}. */
  private static String reply(Wire wire, Duration patience) throws IOException {
    int total = 0;
    while (true) {
      String line = line(wire, patience);
      total += line.length();
      if (line.length() < 4 || line.charAt(3) != '-' || total > MAX_REPLY) {
        return line;
      }
    }
  }

  /** One byte at a time, so that no byte of TLS is taken with it. */
  private static String line(Wire wire, Duration patience) throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() < MAX_REPLY) {
      byte[] next = wire.read(1, patience);
      if (next.length == 0 || next[0] == '\n') {
        break;
      }
      if (next[0] != '\r') {
        line.append((char) (next[0] & 0xFF));
      }
    }
    return line.toString();
  }

  /** The server does not want to start TLS. */
  static final class NotOfferedException extends IOException {
    private static final long serialVersionUID = 1L;

    NotOfferedException(String message) {
      super(message);
    }
  }
}
