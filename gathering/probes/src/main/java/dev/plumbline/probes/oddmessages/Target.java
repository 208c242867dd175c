package dev.plumbline.probes.oddmessages;

import java.io.IOException;
import java.util.Optional;

/** A service that is sent messages, and asked whether it is well. */
interface Target {
  /** How it answers an ordinary question. */
  enum Pulse {
    WELL,
    /** It takes what is sent and says nothing. */
    HANGS,
    /** Its port is closed, on a device that is up. */
    REFUSES,
    UNREACHABLE
  }

  /** What comes back to a message; no answer is due to one that is none. */
  Optional<byte[]> send(byte[] message) throws IOException, InterruptedException;

  Pulse pulse() throws InterruptedException;
}
