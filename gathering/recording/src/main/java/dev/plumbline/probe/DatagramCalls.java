package dev.plumbline.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** Datagrams that the device sends to an address where Plumbline waits for it. */
public interface DatagramCalls extends Closeable {
  /**
   * What came.
   *
   * @param from address and port of the device
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Datagram(InetSocketAddress from, byte[] content) {}

  /**
   * The next datagram of the device. Those from other addresses are dropped unheard.
   *
   * @return empty when none came in time
   * @throws IOException if nothing can be waited for any more, or the device sent more than the
   *     bound
   */
  Optional<Datagram> next(Duration patience) throws IOException, InterruptedException;

  /** Sends something to where a datagram came from. */
  void answer(Datagram to, byte[] content) throws IOException;

  @Override
  void close();
}
