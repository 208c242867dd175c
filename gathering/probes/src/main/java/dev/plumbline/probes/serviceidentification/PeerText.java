package dev.plumbline.probes.serviceidentification;

import dev.plumbline.client.ports.FirstLine;
import dev.plumbline.probe.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a peer said.
 *
 * @param text its bytes as Latin-1, a character each
 * @param whole whether it closed after it, so that nothing more was to come
 */
record PeerText(String text, boolean whole) {
  static final int MOST = 256 * 1024;

  private static final Duration QUIET = Duration.ofMillis(300);

  /** The next bytes; none at the end. */
  @FunctionalInterface
  interface Source {
    byte[] read(int most, Duration patience) throws IOException;
  }

  /** Listens until the peer closes, falls silent, breaks off or has said enough. */
  static PeerText from(Wire wire, Duration patience) {
    return from(wire::read, patience);
  }

  /** The same, of what is not a wire. */
  static PeerText from(Source source, Duration patience) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    boolean whole = false;
    try {
      Duration wait = patience;
      while (all.size() < MOST) {
        byte[] next = source.read(MOST - all.size(), wait);
        if (next.length == 0) {
          whole = true;
          break;
        }
        all.writeBytes(next);
        wait = QUIET;
      }
    } catch (IOException e) {
      // Silence, a reset or the bound: what was said until then is what there is.
      whole = false;
    }
    return new PeerText(all.toString(StandardCharsets.ISO_8859_1), whole);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The first line that says something, with control characters escaped, for people. */
  String banner() {
    return FirstLine.of(text);
  }
}
