package dev.plumbline.probe.run.network;

import java.io.IOException;

/** Connections to ports of one address, many at once; each is closed as soon as it stands. */
public interface PortTries extends AutoCloseable {

  /** What has come of a try. */
  enum Answer {
    OPEN,
    REFUSED,
    /** Something else than an answer of the device, such as no route or no free socket of ours. */
    NONE,
    /** Nothing yet. */
    WAITING
  }

  /** Is told what a waiting try has come to. */
  interface Listener {
    void settled(int port, Answer answer) throws IOException;
  }

  /** Tries one port; does not wait. */
  Answer start(int port) throws IOException;

  /** Tells what waiting tries have come to; waits at most so many milliseconds for the first. */
  void settle(long millis, Listener listener) throws IOException;

  /** Ends a waiting try, of which nothing is told any more. */
  void abandon(int port) throws IOException;

  @Override
  void close() throws IOException;
}
