package dev.plumbline.client.datagram;

import java.io.IOException;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/** Questions and answers of DNS (RFC 1035); the bytes go over a {@link DatagramClient}. */
public final class DnsMessages {
  private static final int ID = 0x504c;

  private DnsMessages() {}

  /**
   * A question with one record.
   *
   * @param name absolute, ends in a dot
   * @param type and {@code kind} as in {@link org.xbill.DNS.Type} and {@link org.xbill.DNS.DClass}
   */
  public static byte[] question(String name, int type, int kind, boolean recursion) {
    try {
      return question(Name.fromString(name), type, kind, recursion);
    } catch (TextParseException e) {
      throw new IllegalArgumentException("no name: " + name, e);
    }
  }

  /** The same for a name that a device told. */
  public static byte[] question(Name name, int type, int kind, boolean recursion) {
    Message message = new Message(ID);
    Header header = message.getHeader();
    if (recursion) {
      header.setFlag(Flags.RD);
    }
    message.addRecord(Record.newRecord(name, type, kind), Section.QUESTION);
    return message.toWire();
  }

  /** The datagram as an answer to the question; empty when it is none. */
  public static Optional<Message> answer(byte[] question, byte[] datagram) {
    return parse(datagram).filter(a -> a.getHeader().getID() == ID && repeats(question, a));
  }

  /**
   * The same for multicast DNS, whose responders may leave out number and question (RFC 6762,
   * section 6).
   */
  public static Optional<Message> announcement(byte[] question, byte[] datagram) {
    return parse(datagram)
        .filter(a -> a.getHeader().getID() == ID || a.getHeader().getID() == 0)
        .filter(a -> a.getQuestion() == null ? tells(question, a) : repeats(question, a));
  }

  private static Optional<Message> parse(byte[] datagram) {
    try {
      return Optional.of(new Message(datagram)).filter(m -> m.getHeader().getFlag(Flags.QR));
    } catch (IOException | RuntimeException e) {
      // The library refuses what does not fit together in several ways.
      return Optional.empty();
    }
  }

  private static boolean repeats(byte[] question, Message answer) {
    Record repeated = answer.getQuestion();
    Record asked = asked(question);
    return repeated != null
        && repeated.getName().equals(asked.getName())
        && repeated.getType() == asked.getType();
  }

  private static boolean tells(byte[] question, Message answer) {
    Record asked = asked(question);
    return answer.getSection(Section.ANSWER).stream()
        .anyMatch(r -> r.getName().equals(asked.getName()) && r.getType() == asked.getType());
  }

  private static Record asked(byte[] question) {
    try {
      return new Message(question).getQuestion();
    } catch (IOException e) {
      throw new IllegalArgumentException("not a question of ours", e);
    }
  }
}
