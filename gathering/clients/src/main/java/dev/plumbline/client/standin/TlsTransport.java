package dev.plumbline.client.standin;

import dev.plumbline.client.standin.ClearText.ClearTextException;
import dev.plumbline.probe.Calls;
import dev.plumbline.probe.Wire;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.tls.TlsServerProtocol;

/** Calls over TCP. */
public record TlsTransport(Calls calls) implements CallTransport {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final int BACKLOG = 16;
  private static final int HANDSHAKE = 22;
  private static final int FIRST_BYTES = 4_096;

  /** What came in one piece with the first byte is enough to tell a protocol. */
  private static final int REST_MILLIS = 200;

  @Override
  public Optional<Caller> next(Duration patience) throws IOException, InterruptedException {
    return newest(patience)
        .map(
            wire ->
                (server, face, takesTrusted) ->
                    CallOutcome.of(
                        s -> spoke(wire, s), server, face, takesTrusted, Optional.of(wire)));
  }

  /**
   * The call that came last. While a certificate is made, earlier ones may have been given up, and
   * whoever is gone refuses nothing.
   */
  private Optional<Wire> newest(Duration patience) throws IOException, InterruptedException {
    Optional<Wire> call = calls.next(patience);
    for (int i = 0; call.isPresent() && i < BACKLOG; i++) {
      Optional<Wire> later = calls.next(AT_ONCE);
      if (later.isEmpty()) {
        return call;
      }
      call.get().close();
      call = later;
    }
    return call;
  }

  private static boolean spoke(Wire wire, RogueServer server) throws IOException {
    try (Socket socket = wire.socket()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      PushbackInputStream in = new PushbackInputStream(socket.getInputStream(), 1);
      int first = in.read();
      if (first >= 0 && first != HANDSHAKE) {
        Optional<ClearText> said = ClearText.read(beginning(first, socket, in));
        if (said.isPresent()) {
          throw new ClearTextException(said.get());
        }
        throw new IOException("its first bytes are no TLS");
      }
      if (first >= 0) {
        in.unread(first);
      }
      Watched watched = new Watched(in, socket.getOutputStream());
      TlsServerProtocol protocol = new TlsServerProtocol(watched.in, watched.out);
      try {
        protocol.accept(server);
        boolean spoke = protocol.getInputStream().read(new byte[1]) > 0;
        protocol.close();
        return spoke;
      } catch (IOException e) {
        if (watched.failed && server.alert().isEmpty()) {
          throw new GoneException(e);
        }
        throw e;
      }
    }
  }

  /** The device was gone before it could have read all that it was shown. */
  static final class GoneException extends IOException {
    private static final long serialVersionUID = 1L;

    private GoneException(IOException cause) {
      super("it was gone before the server had answered: " + cause.getMessage(), cause);
    }
  }

  /**
   * Remembers whether the device had hung up while it still was written to. What is written goes
   * out at once when the server begins to listen: a device that refuses a certificate hangs up, and
   * would cut off what is still being sent, and its own alert with it.
   */
  private static final class Watched {
    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream flight = new ByteArrayOutputStream();
    private boolean ended;
    private boolean failed;

    private Watched(InputStream in, OutputStream out) {
      this.in =
          new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
              send(out);
              boolean whole = false;
              try {
                int count = super.read(bytes, offset, length);
                whole = count >= 0;
                return count;
              } finally {
                ended |= !whole;
              }
            }

            @Override
            public void close() throws IOException {
              // Both ends of a socket close together; the last words go out before.
              try {
                out.write(flight.toByteArray());
              } finally {
                super.close();
              }
            }
          };
      this.out =
          new OutputStream() {
            @Override
            public void write(int octet) {
              flight.write(octet);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
              flight.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
              out.close();
            }
          };
    }

    private void send(OutputStream to) throws IOException {
      byte[] bytes = flight.toByteArray();
      flight.reset();
      try {
        to.write(bytes);
        to.flush();
      } catch (IOException e) {
        // Once it has hung up, our own last words reach nobody, which says nothing.
        failed |= !ended;
        throw e;
      }
    }
  }

  /** The first byte, and what has come with it. */
  public static byte[] beginning(int first, Socket socket, InputStream in) throws IOException {
    socket.setSoTimeout(REST_MILLIS);
    byte[] bytes = new byte[FIRST_BYTES];
    bytes[0] = (byte) first;
    int length = 1;
    try {
      int more = in.read(bytes, 1, FIRST_BYTES - 1);
      length += Math.max(0, more);
    } catch (SocketTimeoutException e) {
      // That was all.
    }
    return Arrays.copyOf(bytes, length);
  }

  @Override
  public void close() {
    calls.close();
  }
}
