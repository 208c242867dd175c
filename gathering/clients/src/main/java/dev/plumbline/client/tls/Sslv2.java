package dev.plumbline.client.tls;

import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two messages of SSL 2.0 that tell whether a server speaks it. */
public final class Sslv2 {
  private static final int MAX_MESSAGE = 32767;

  private Sslv2() {}

  /**
   * A server's hello.
   *
   * @param suites cipher kinds that both sides have
   * @param certificate as DER; empty if none was sent
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
  public record Hello(List<Integer> suites, byte[] certificate) {
    public Hello {
      suites = List.copyOf(suites);
    }
  }

  /** The client's hello, with all cipher kinds there are. */
  public static byte[] clientHello(byte[] challenge) {
    ByteWriter body = new ByteWriter().u8(1).u16(ProtocolVersion.SSL2.code());
    body.u16(CodeBook.SSL2_SUITES.size() * 3).u16(0).u16(challenge.length);
    CodeBook.SSL2_SUITES.forEach(suite -> body.u24(suite.code()));
    byte[] message = body.put(challenge).bytes();
    return new ByteWriter().u16(0x8000 | message.length).put(message).bytes();
  }

  /**
   * Reads the answer: a hello of SSL 2.0, or what {@link RecordStream} would read, as an alert.
   *
   * @return the hello; empty when the peer closed the connection at once
   * @throws AlertedException if it answered with a TLS alert
   */
  public static Optional<Hello> readAnswer(Wire wire, Duration patience) throws IOException {
    byte[] first = wire.read(MAX_MESSAGE, patience);
    if (first.length == 0) {
      return Optional.empty();
    }
    boolean record = (first[0] & 0x80) == 0;
    int header = record ? 5 : 2;
    while (first.length < header || first.length < length(first, record)) {
      byte[] more = wire.read(MAX_MESSAGE, patience);
      if (more.length == 0) {
        throw new TlsFormatException("closed the connection within a message");
      }
      int end = first.length;
      first = Arrays.copyOf(first, end + more.length);
      System.arraycopy(more, 0, first, end, more.length);
    }
    byte[] body = Arrays.copyOfRange(first, header, length(first, record));
    if (record) {
      if (first[0] != 21 || first[1] != 3 || body.length != 2) {
        throw new TlsFormatException("answers with something that is neither SSL 2.0 nor TLS");
      }
      throw new AlertedException(new TlsMessage.Alert(body[0], body[1] & 0xFF));
    }
    return Optional.of(parse(body));
  }

  private static int length(byte[] bytes, boolean record) {
    return record
        ? 5 + ((bytes[3] & 0xFF) << 8 | (bytes[4] & 0xFF))
        : 2 + ((bytes[0] & 0x7F) << 8 | (bytes[1] & 0xFF));
  }

  /** Reads the body of a server's hello. */
  static Hello parse(byte[] body) throws TlsFormatException {
    ByteReader in = new ByteReader(body);
    int type = in.u8();
    if (type != 4) {
      throw new TlsFormatException("answers with message " + type + " of SSL 2.0");
    }
    in.u8();
    in.u8();
    int version = in.u16();
    if (version != ProtocolVersion.SSL2.code()) {
      throw new TlsFormatException("answers with a hello of version " + version);
    }
    int certificate = in.u16();
    int kinds = in.u16();
    int connection = in.u16();
    byte[] der = in.take(certificate);
    ByteReader list = new ByteReader(in.take(kinds));
    in.take(connection);
    List<Integer> suites = new ArrayList<>();
    while (list.remaining() > 0) {
      suites.add(list.u24());
    }
    return new Hello(suites, der);
  }

  /** The peer answered with a TLS alert. */
  public static final class AlertedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient TlsMessage.Alert alert;

    AlertedException(TlsMessage.Alert alert) {
      super(alert.name());
      this.alert = alert;
    }

    public TlsMessage.Alert alert() {
      return alert;
    }
  }
}
