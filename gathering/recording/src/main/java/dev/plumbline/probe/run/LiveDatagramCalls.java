package dev.plumbline.probe.run;

import dev.plumbline.probe.DatagramCalls;
import dev.plumbline.probe.OutOfScopeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A UDP socket that hears the device under test and nobody else, and answers it alone. */
final class LiveDatagramCalls implements DatagramCalls {
  private static final int LARGEST = 65_507;

  private final Conduct conduct;
  private final DatagramSocket socket;
  private final Consumer<DatagramCalls> onClose;
  private long received;

  private LiveDatagramCalls(
      Conduct conduct, DatagramSocket socket, Consumer<DatagramCalls> onClose) {
    this.conduct = conduct;
    this.socket = socket;
    this.onClose = onClose;
  }

  static LiveDatagramCalls at(
      Conduct conduct, InetSocketAddress place, Consumer<DatagramCalls> onClose)
      throws IOException {
    try {
      return new LiveDatagramCalls(conduct, new DatagramSocket(place), onClose);
    } catch (SocketException e) {
      throw new IOException("cannot wait at " + place + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<Datagram> next(Duration patience) throws IOException, InterruptedException {
    DatagramPacket got = new DatagramPacket(new byte[LARGEST], LARGEST);
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while it waited for a call");
      }
      try {
        got.setLength(LARGEST);
        socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
        socket.receive(got);
      } catch (SocketTimeoutException e) {
        return Optional.empty();
      }
      if (conduct.scope().isTarget(got.getAddress())) {
        received += got.getLength();
        if (received > conduct.environment().limits().bytes()) {
          throw new IOException("the device sent more than is read");
        }
        return Optional.of(
            new Datagram(
                (InetSocketAddress) got.getSocketAddress(),
                Arrays.copyOf(got.getData(), got.getLength())));
      }
    }
    return Optional.empty();
  }

  @Override
  public void answer(Datagram to, byte[] content) throws IOException {
    InetAddress address = to.from().getAddress();
    if (!conduct.scope().isTarget(address)) {
      throw new OutOfScopeException("nothing was sent to " + address.getHostAddress());
    }
    try {
      conduct.rate(address).take(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
    socket.send(new DatagramPacket(content, content.length, to.from()));
  }

  @Override
  public void close() {
    socket.close();
    onClose.accept(this);
  }
}
