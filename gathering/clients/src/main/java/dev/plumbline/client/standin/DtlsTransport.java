package dev.plumbline.client.standin;

import dev.plumbline.probe.DatagramCalls;
import dev.plumbline.probe.DatagramCalls.Datagram;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.TlsFatalAlert;

/** Calls in datagrams. A call begins with a ClientHello; one is answered at a time. */
final class DtlsTransport implements CallTransport {
  private static final int PATIENCE_MILLIS = 4_000;
  private static final int LARGEST = 1_400;
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;

  /** Where the kind of the message stands, behind the head of the record. */
  private static final int KIND = 13;

  /** Where the client's random number stands, behind the head of the message and the version. */
  private static final int RANDOM = 27;

  private static final int RANDOM_END = RANDOM + 32;

  private final DatagramCalls calls;
  private byte[] last = new byte[0];

  DtlsTransport(DatagramCalls calls) {
    this.calls = calls;
  }

  @Override
  public Optional<Caller> next(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
      Optional<Datagram> first = calls.next(Duration.ofNanos(left));
      if (first.filter(this::begins).isPresent()) {
        last = random(first.get());
        Peer peer = new Peer(calls, first.get());
        return Optional.of(
            (server, face, takesTrusted) ->
                CallOutcome.of(s -> spoke(peer, s), server, face, takesTrusted, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** A first message of a first flight, in the clear, and not the one of the call before again. */
  private boolean begins(Datagram datagram) {
    byte[] b = datagram.content();
    return b.length > RANDOM_END
        && b[0] == HANDSHAKE
        && b[3] == 0
        && b[4] == 0
        && b[KIND] == CLIENT_HELLO
        && !Arrays.equals(random(datagram), last);
  }

  private static byte[] random(Datagram hello) {
    return Arrays.copyOfRange(hello.content(), RANDOM, RANDOM_END);
  }

  private static boolean spoke(Peer peer, RogueServer server) throws IOException {
    try {
      DTLSTransport inside = new DTLSServerProtocol().accept(server, peer);
      byte[] word = new byte[inside.getReceiveLimit()];
      boolean spoke = inside.receive(word, 0, word.length, PATIENCE_MILLIS) > 0;
      inside.close();
      if (spoke) {
        return true;
      }
    } catch (IOException e) {
      // Nobody hangs up over UDP: without an alert the device is silent.
      if (server.alert().isPresent() || e instanceof TlsFatalAlert) {
        throw e;
      }
    }
    throw new SocketTimeoutException("nothing came");
  }

  @Override
  public void close() {
    calls.close();
  }

  /** The datagrams of one caller. */
  private static final class Peer implements DatagramTransport {
    private final DatagramCalls calls;
    private final Datagram first;
    private boolean begun;

    Peer(DatagramCalls calls, Datagram first) {
      this.calls = calls;
      this.first = first;
    }

    @Override
    public int getReceiveLimit() {
      return LARGEST;
    }

    @Override
    public int getSendLimit() {
      return LARGEST;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
      Optional<Datagram> next = begun ? heard(waitMillis) : Optional.of(first);
      begun = true;
      if (next.isEmpty()) {
        return -1;
      }
      int taken = Math.min(next.get().content().length, length);
      System.arraycopy(next.get().content(), 0, buffer, offset, taken);
      return taken;
    }

    private Optional<Datagram> heard(int waitMillis) throws IOException {
      Instant until = Instant.now().plusMillis(Math.max(1, waitMillis));
      try {
        while (true) {
          Duration left = Duration.between(Instant.now(), until);
          Optional<Datagram> next = left.isPositive() ? calls.next(left) : Optional.empty();
          if (next.isEmpty() || next.get().from().equals(first.from())) {
            return next;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("stopped");
      }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) throws IOException {
      calls.answer(first, Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public void close() {
      // The line stays open for the next call.
    }
  }
}
