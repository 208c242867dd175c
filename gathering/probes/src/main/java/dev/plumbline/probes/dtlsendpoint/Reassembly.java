package dev.plumbline.probes.dtlsendpoint;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the messages of a server's first flight together from records and fragments (RFC 6347,
 * sections 4.1 and 4.2.3). What is broken is dropped, as the protocol wants it.
 */
final class Reassembly {
  static final int SERVER_HELLO = 2;
  static final int VERIFY = 3;
  static final int CERTIFICATE = 11;
  static final int KEY_EXCHANGE = 12;
  static final int CERTIFICATE_REQUEST = 13;
  static final int DONE = 14;

  private static final int HANDSHAKE = 22;
  private static final int ALERT = 21;
  private static final int FATAL = 2;
  private static final int MOST = 65_536;
  private static final int MOST_MESSAGES = 16;

  private final SortedMap<Integer, Message> messages = new TreeMap<>();
  private OptionalInt alert = OptionalInt.empty();

  private static final class Message {
    private final int type;
    private final byte[] body;
    private final BitSet got = new BitSet();

    Message(int type, int length) {
      this.type = type;
      this.body = new byte[length];
    }

    boolean isWhole() {
      return got.cardinality() == body.length;
    }
  }

  void add(byte[] datagram) {
    ByteBuffer in = ByteBuffer.wrap(datagram);
    while (in.remaining() >= 13) {
      int type = in.get() & 0xff;
      int version = in.getShort() & 0xffff;
      int epoch = in.getShort() & 0xffff;
      in.position(in.position() + 6);
      int length = in.getShort() & 0xffff;
      if (length > in.remaining() || version >> 8 != 0xfe) {
        return;
      }
      ByteBuffer content = in.slice(in.position(), length);
      in.position(in.position() + length);
      if (epoch == 0 && type == HANDSHAKE) {
        fragments(content);
      } else if (epoch == 0 && type == ALERT && length == 2 && content.get() == FATAL) {
        alert = OptionalInt.of(content.get() & 0xff);
      }
    }
  }

  private void fragments(ByteBuffer in) {
    while (in.remaining() >= 12) {
      int type = in.get() & 0xff;
      int length = u24(in);
      int number = in.getShort() & 0xffff;
      int from = u24(in);
      int part = u24(in);
      if (part > in.remaining() || length > MOST || from + part > length) {
        return;
      }
      Message message = messages.get(number);
      if (message == null && messages.size() < MOST_MESSAGES) {
        message = new Message(type, length);
        messages.put(number, message);
      }
      if (message != null && message.type == type && message.body.length == length) {
        in.get(message.body, from, part);
        message.got.set(from, from + part);
      } else {
        in.position(in.position() + part);
      }
    }
  }

  private static int u24(ByteBuffer in) {
    return ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff);
  }

  /** The first whole message of that kind. */
  Optional<byte[]> message(int type) {
    return messages.values().stream()
        .filter(m -> m.type == type && m.isWhole())
        .map(m -> m.body)
        .findFirst();
  }

  /** Number of a fatal alert. */
  OptionalInt alert() {
    return alert;
  }
}
