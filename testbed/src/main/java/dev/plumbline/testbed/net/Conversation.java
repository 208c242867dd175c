package dev.plumbline.testbed.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a part does with one connection. */
@FunctionalInterface
public interface Conversation {
  /**
   * Talks until it has nothing more to say; the connection is closed afterwards.
   *
   * @throws IOException when the peer is gone or talks nonsense; the connection is closed then too
   */
  void talk(InputStream in, OutputStream out) throws IOException;
}
