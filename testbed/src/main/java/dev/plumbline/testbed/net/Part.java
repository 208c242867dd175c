package dev.plumbline.testbed.net;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A running part of a device: one port. */
public interface Part extends AutoCloseable {
  InetSocketAddress endpoint();

  /** {@code tcp} or {@code udp}. */
  default String transport() {
    return "tcp";
  }

  @Override
  void close() throws IOException;
}
