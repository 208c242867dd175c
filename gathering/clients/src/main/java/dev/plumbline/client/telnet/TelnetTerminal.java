package dev.plumbline.client.telnet;

import dev.plumbline.probe.Wire;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The text side of Telnet (RFC 854). Every option is refused politely, so that the peer falls back
 * to plain lines; options are answered a bounded number of times, so that no peer can keep us
 * talking.
 */
final class TelnetTerminal {
  private static final int IAC = 255;
  private static final int DONT = 254;
  private static final int DO = 253;
  private static final int WONT = 252;
  private static final int WILL = 251;
  private static final int SB = 250;
  private static final int SE = 240;
  private static final int MAX_ANSWERS = 64;
  private static final int MAX_TEXT = 16_384;

  private enum State {
    TEXT,
    COMMAND,
    OPTION,
    SUB,
    SUB_COMMAND
  }

  private final Wire wire;
  private State state = State.TEXT;
  private int verb;
  private int answers;

  TelnetTerminal(Wire wire) {
    this.wire = wire;
  }

  void line(String text) throws IOException {
    String clean = text.replaceAll("[\\r\\n\\x00]", "").replace("\u00ff", "");
    wire.send((clean + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads text until it is what is waited for.
   *
   * @throws Wire.SilenceException if it does not come
   * @throws EOFException if the peer closes first
   */
  String until(Predicate<String> there, Duration patience) throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      byte[] bytes = wire.read(2048, patience);
      if (bytes.length == 0) {
        throw new ClosedException(text.toString());
      }
      text.append(plain(bytes));
      if (there.test(text.toString())) {
        return text.toString();
      }
      if (text.length() > MAX_TEXT) {
        throw new IOException("more than " + MAX_TEXT + " characters and no prompt");
      }
    }
  }

  /** What else comes before the peer falls quiet: a prompt may stand in the middle of a text. */
  String more(Duration quiet) throws IOException {
    return plain(wire.readUntilQuiet(MAX_TEXT, quiet));
  }

  /** The peer closed; what it said before is kept. */
  static final class ClosedException extends EOFException {
    private static final long serialVersionUID = 1L;

    private final String said;

    ClosedException(String said) {
      super("closed without a prompt");
      this.said = said;
    }

    String said() {
      return said;
    }
  }

  /** The text in these bytes; options are answered as they come. */
  private String plain(byte[] bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    for (byte signed : bytes) {
      int b = signed & 0xff;
      switch (state) {
        case TEXT -> {
          if (b == IAC) {
            state = State.COMMAND;
          } else if (b != 0 && b != '\r') {
            text.append((char) b);
          }
        }
        case COMMAND -> {
          verb = b;
          state = b == SB ? State.SUB : b >= WILL && b <= DONT ? State.OPTION : State.TEXT;
        }
        case OPTION -> {
          refuse(b, reply);
          state = State.TEXT;
        }
        case SUB -> state = b == IAC ? State.SUB_COMMAND : State.SUB;
        case SUB_COMMAND -> state = b == SE ? State.TEXT : State.SUB;
      }
    }
    if (reply.size() > 0) {
      wire.send(reply.toByteArray());
    }
    return text.toString();
  }

  private void refuse(int option, ByteArrayOutputStream reply) {
    int answer = verb == DO ? WONT : verb == WILL ? DONT : 0;
    if (answer != 0 && answers++ < MAX_ANSWERS) {
      reply.write(IAC);
      reply.write(answer);
      reply.write(option);
    }
  }
}
