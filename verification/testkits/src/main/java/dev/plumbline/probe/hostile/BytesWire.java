package dev.plumbline.probe.hostile;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/** A peer that said all it has to say and closed; in pieces of seven bytes. */
public final class BytesWire implements Wire {
  private final byte[] bytes;
  private int position;

  public BytesWire(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public byte[] read(int max, Duration patience) {
    int count = Math.min(Math.min(max, 7), bytes.length - position);
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  /** Whether something is left to read. */
  public boolean hasMore() {
    return position < bytes.length;
  }

  @Override
  public byte[] readExactly(int count, Duration patience) throws IOException {
    if (count > bytes.length - position) {
      position = bytes.length;
      throw new EOFException("closed within " + count + " bytes");
    }
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  @Override
  public byte[] readUntilQuiet(int max, Duration quiet) {
    int count = Math.min(max, bytes.length - position);
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  @Override
  public void send(byte[] sent) {}

  @Override
  public Endpoint endpoint() {
    return Endpoint.tcp("127.0.0.1", 1);
  }

  @Override
  public Socket socket() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Wire secure(Duration patience) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
