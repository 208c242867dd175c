package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Wire;
import dev.plumbline.probe.run.transcript.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;

/** A wire over a connected socket, plain or TLS. */
final class LiveWire implements Wire {
  private static final int CHUNK = 16 * 1024;

  private final Socket socket;
  private final Endpoint endpoint;
  private final Limits limits;
  private final RateBound rate;
  private final Transcript transcript;
  private final long deadline;
  private final Runnable onClose;
  private final AtomicLong received = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread watchdog;
  private volatile boolean expired;

  /**
   * @param socket connected
   * @param deadline end of the connection's whole time, by {@link System#nanoTime}
   * @param onClose runs once
   */
  LiveWire(
      Socket socket,
      Endpoint endpoint,
      Limits limits,
      RateBound rate,
      long deadline,
      Runnable onClose) {
    this.socket = socket;
    this.endpoint = endpoint;
    this.limits = limits;
    this.rate = rate;
    this.deadline = deadline;
    this.onClose = onClose;
    this.transcript = new Transcript(limits.transcriptBytes());
    // A read has a timeout of its own, but a write to a peer that never reads has none.
    this.watchdog = Thread.ofVirtual().name("wire-end").unstarted(this::endInTime);
    // Last: where the time is over by now, it closes a wire that has to be whole.
    watchdog.start();
  }

  Transcript transcript() {
    return transcript;
  }

  boolean isClosed() {
    return closed.get();
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    sendFrom(bytes, 0, bytes.length);
  }

  void sendFrom(byte[] bytes, int offset, int length) throws IOException {
    try {
      rate.take(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
    try {
      socket.getOutputStream().write(bytes, offset, length);
      socket.getOutputStream().flush();
      transcript.sent(bytes, offset, length);
    } catch (IOException e) {
      throw explained(e);
    }
  }

  @Override
  public byte[] read(int max, Duration patience) throws IOException {
    byte[] buffer = new byte[Math.min(max, CHUNK)];
    int count = readInto(buffer, 0, buffer.length, patience);
    return count < 0 ? new byte[0] : Arrays.copyOf(buffer, count);
  }

  /** Reads at least one byte; -1 at the end of the stream. */
  int readInto(byte[] into, int offset, int length, Duration patience) throws IOException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw timeOver();
    }
    long wait = Math.min(left, limits.cap(patience).toNanos());
    try {
      InputStream in = socket.getInputStream();
      socket.setSoTimeout((int) Math.max(1, (wait + 999_999) / 1_000_000));
      int count = in.read(into, offset, length);
      if (count > 0) {
        transcript.received(into, offset, count);
        if (received.addAndGet(count) > limits.bytes()) {
          throw new IOException("the peer sent more than " + limits.bytes() + " bytes");
        }
      }
      return count;
    } catch (SocketTimeoutException e) {
      if (deadline - System.nanoTime() <= 0) {
        throw timeOver();
      }
      throw new SilenceException("nothing came within " + wait / 1_000_000 + " ms");
    } catch (IOException e) {
      throw explained(e);
    }
  }

  @Override
  public byte[] readExactly(int count, Duration patience) throws IOException {
    if (count < 0 || count > limits.bytes() - received.get()) {
      throw new IOException("the peer announced " + count + " bytes, more than are read");
    }
    long end = System.nanoTime() + limits.cap(patience).toNanos();
    ByteArrayOutputStream all = new ByteArrayOutputStream(Math.min(count, CHUNK));
    while (all.size() < count) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new SilenceException(all.size() + " of " + count + " bytes came in time");
      }
      byte[] next = read(count - all.size(), Duration.ofNanos(left));
      if (next.length == 0) {
        throw new EOFException("the peer closed after " + all.size() + " of " + count + " bytes");
      }
      all.writeBytes(next);
    }
    return all.toByteArray();
  }

  @Override
  public byte[] readUntilQuiet(int max, Duration quiet) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() < max) {
      try {
        byte[] next = read(max - all.size(), quiet);
        if (next.length == 0) {
          break;
        }
        all.writeBytes(next);
      } catch (SilenceException e) {
        break;
      }
    }
    return all.toByteArray();
  }

  @Override
  public Socket socket() {
    return new WireSocket(this, socket);
  }

  @Override
  public Wire secure(Duration patience) throws IOException {
    SSLSocket tls = PermissiveTls.over(socket(), endpoint);
    tls.setSoTimeout((int) limits.cap(patience).toMillis());
    try {
      tls.startHandshake();
    } catch (IOException e) {
      throw explained(e);
    } catch (RuntimeException e) {
      // Some malformed certificates make the TLS library throw one.
      throw new IOException("the peer's TLS handshake cannot be read: " + e.getMessage(), e);
    }
    return inside(tls);
  }

  /** The wire inside a TLS connection over this one; closing it closes both. */
  LiveWire inside(SSLSocket tls) {
    return new LiveWire(tls, endpoint, limits, rate, deadline, this::close);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      watchdog.interrupt();
      try {
        socket.close();
      } catch (IOException e) {
        // The peer is gone already; there is nothing left to close.
      } finally {
        onClose.run();
      }
    }
  }

  private void endInTime() {
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      expired = true;
      close();
    } catch (InterruptedException e) {
      // Closed before its time: nothing to guard any more.
      Thread.currentThread().interrupt();
    }
  }

  private IOException explained(IOException e) {
    return expired || deadline - System.nanoTime() <= 0 ? timeOver() : e;
  }

  private IOException timeOver() {
    return new IOException(
        "the connection's whole time of " + limits.connectionTime().toMillis() + " ms is over");
  }
}
