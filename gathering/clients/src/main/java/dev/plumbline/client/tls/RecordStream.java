package dev.plumbline.client.tls;

import dev.plumbline.client.tls.RecordOpener.Opened;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts records together to messages. Bounded: a peer that sends without end, or empty records
 * without end, is cut off.
 */
public final class RecordStream {
  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int DATA = 23;
  private static final int MAX_RECORD = 16384 + 2048;
  private static final int MAX_MESSAGE = 256 * 1024;
  private static final int MAX_RECORDS = 128;
  private static final int READ = 16384;

  private final Wire wire;
  private final Duration patience;
  private byte[] unread = new byte[0];
  private byte[] handshake = new byte[0];
  private int records;
  private Optional<RecordOpener> opener = Optional.empty();

  public RecordStream(Wire wire, Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  /** From the next record on, content is protected. */
  public void openWith(RecordOpener next) {
    opener = Optional.of(next);
  }

  /**
   * Reads the next message.
   *
   * @throws TlsFormatException if the peer does not speak TLS, or breaks off within a message
   * @throws IOException if it falls silent or resets the connection
   */
  public TlsMessage next() throws IOException {
    while (true) {
      Optional<TlsMessage> ready = completeHandshake();
      if (ready.isPresent()) {
        return ready.get();
      }
      if (!fill(5)) {
        if (handshake.length > 0 || unread.length > 0) {
          throw new TlsFormatException("closed the connection within a message");
        }
        return new TlsMessage.End();
      }
      Opened record = record();
      switch (record.type()) {
        case HANDSHAKE -> append(record.content());
        case ALERT -> {
          return alert(record.content());
        }
        case CHANGE_CIPHER_SPEC -> {
          return new TlsMessage.ChangeCipherSpec();
        }
        default -> {
          return new TlsMessage.Data(record.content());
        }
      }
    }
  }

  private Opened record() throws IOException {
    int type = unread[0] & 0xFF;
    int version = u16(unread, 1);
    int length = u16(unread, 3);
    if (type < CHANGE_CIPHER_SPEC || type > DATA || version >> 8 != 3 || length > MAX_RECORD) {
      throw new TlsFormatException("answers with something that is no TLS record");
    }
    if (++records > MAX_RECORDS) {
      throw new TlsFormatException("more than " + MAX_RECORDS + " records");
    }
    if (!fill(5 + length)) {
      throw new TlsFormatException("closed the connection within a record");
    }
    byte[] content = Arrays.copyOfRange(unread, 5, 5 + length);
    unread = Arrays.copyOfRange(unread, 5 + length, unread.length);
    // TLS 1.3 sends a change of cipher in the clear, for the sake of old middleboxes.
    return opener.isPresent() && type != CHANGE_CIPHER_SPEC
        ? opener.get().open(type, version, content)
        : new Opened(type, content);
  }

  private void append(byte[] content) throws TlsFormatException {
    if (handshake.length + content.length > MAX_MESSAGE) {
      throw new TlsFormatException("a handshake message of more than " + MAX_MESSAGE + " bytes");
    }
    int end = handshake.length;
    handshake = Arrays.copyOf(handshake, end + content.length);
    System.arraycopy(content, 0, handshake, end, content.length);
  }

  private Optional<TlsMessage> completeHandshake() throws TlsFormatException {
    if (handshake.length < 4) {
      return Optional.empty();
    }
    int length = (handshake[1] & 0xFF) << 16 | u16(handshake, 2);
    if (length > MAX_MESSAGE) {
      throw new TlsFormatException("a handshake message of " + length + " bytes");
    }
    if (handshake.length < 4 + length) {
      return Optional.empty();
    }
    byte[] raw = Arrays.copyOf(handshake, 4 + length);
    handshake = Arrays.copyOfRange(handshake, 4 + length, handshake.length);
    return Optional.of(
        new TlsMessage.Handshake(raw[0] & 0xFF, Arrays.copyOfRange(raw, 4, raw.length), raw));
  }

  private static TlsMessage alert(byte[] content) throws TlsFormatException {
    if (content.length != 2 || content[0] < 1 || content[0] > 2) {
      throw new TlsFormatException("a broken alert");
    }
    return new TlsMessage.Alert(content[0], content[1] & 0xFF);
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /** Reads until that many bytes are there; false when the peer closed before. */
  private boolean fill(int count) throws IOException {
    while (unread.length < count) {
      byte[] more = wire.read(READ, patience);
      if (more.length == 0) {
        return false;
      }
      int end = unread.length;
      unread = Arrays.copyOf(unread, end + more.length);
      System.arraycopy(more, 0, unread, end, more.length);
    }
    return true;
  }
}
