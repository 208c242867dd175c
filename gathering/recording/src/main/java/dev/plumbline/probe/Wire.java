package dev.plumbline.probe;

import dev.plumbline.dossier.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * A TCP connection that cannot hang, exhaust or fool its probe: each read has a deadline, the whole
 * connection has one too, and the bytes read in all are bounded. Both directions go to the
 * transcript.
 */
public interface Wire extends Closeable {
  Endpoint endpoint();

  /** Sends bytes. */
  void send(byte[] bytes) throws IOException;

  /**
   * Reads what comes next.
   *
   * @param max most bytes to return
   * @param patience how long to wait for the first byte
   * @return the bytes; empty at the end of the stream
   * @throws SilenceException if nothing came in time
   * @throws IOException if the peer reset, or sent more than the bound
   */
  byte[] read(int max, Duration patience) throws IOException;

  /** Reads exactly that many bytes, or fails. */
  byte[] readExactly(int count, Duration patience) throws IOException;

  /** Reads until the peer closes, falls silent for that long, or max bytes are there. */
  byte[] readUntilQuiet(int max, Duration quiet) throws IOException;

  /**
   * A socket over this wire, for libraries that need one. Reads and writes are recorded and bounded
   * as well.
   */
  Socket socket();

  /**
   * Speaks TLS over this connection and goes on inside it. Any certificate is accepted: judging it
   * is another question. The transcript of the new wire holds the plain text, that of this one the
   * handshake.
   *
   * @param patience how long the handshake may take
   * @throws IOException if the peer does not complete a handshake
   */
  Wire secure(Duration patience) throws IOException;

  @Override
  void close();

  /** Nothing came in time. */
  final class SilenceException extends IOException {
    private static final long serialVersionUID = 1L;

    public SilenceException(String message) {
      super(message);
    }
  }
}
