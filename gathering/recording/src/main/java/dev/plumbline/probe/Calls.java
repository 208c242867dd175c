package dev.plumbline.probe;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Connections that the device opens to an address where Plumbline waits for it. */
public interface Calls extends Closeable {
  /**
   * The next call of the device. Calls from other addresses than the device's are dropped unheard.
   *
   * @return empty when none came in time
   * @throws IOException if nothing can be waited for any more
   */
  Optional<Wire> next(Duration patience) throws IOException, InterruptedException;

  @Override
  void close();
}
