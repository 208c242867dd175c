package dev.plumbline.client.tls;

/** What came from the peer. */
public sealed interface TlsMessage {
  /**
   * A handshake message.
   *
   * @param type such as 2 for ServerHello
   * @param body without the header
   * @param raw with the header, as it enters the transcript hash
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
  record Handshake(int type, byte[] body, byte[] raw) implements TlsMessage {
    public static final int HELLO_REQUEST = 0;
    public static final int SERVER_HELLO = 2;
    public static final int ENCRYPTED_EXTENSIONS = 8;
    public static final int CERTIFICATE = 11;
    public static final int SERVER_KEY_EXCHANGE = 12;
    public static final int SERVER_HELLO_DONE = 14;
    public static final int CERTIFICATE_VERIFY = 15;
    public static final int FINISHED = 20;
  }

  /**
   * An alert.
   *
   * @param level 1 warning, 2 fatal
   */
  record Alert(int level, int description) implements TlsMessage {
    public static final int CLOSE_NOTIFY = 0;
    public static final int HANDSHAKE_FAILURE = 40;
    public static final int PROTOCOL_VERSION = 70;
    public static final int INSUFFICIENT_SECURITY = 71;
    public static final int INAPPROPRIATE_FALLBACK = 86;
    public static final int NO_RENEGOTIATION = 100;

    public boolean fatal() {
      return level == 2;
    }

    /** Whether an alert says that nothing offered suits; others may come of any fault. */
    public static boolean refuses(int description) {
      return switch (description) {
        case HANDSHAKE_FAILURE, PROTOCOL_VERSION, INSUFFICIENT_SECURITY, INAPPROPRIATE_FALLBACK ->
            true;
        default -> false;
      };
    }

    public String name() {
      return CodeBook.alert(description);
    }
  }

  /** The cipher changes. */
  record ChangeCipherSpec() implements TlsMessage {}

  /** Application data. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
  record Data(byte[] bytes) implements TlsMessage {}

  /** The peer closed the connection in an orderly way, between two messages. */
  record End() implements TlsMessage {}
}
