package dev.plumbline.capture.net;

import dev.plumbline.capture.file.Slice;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts fragments together, in bounded memory. A datagram whose fragments overlap is dropped whole,
 * as RFC 5722 asks and as nobody can say what the receiver made of it.
 */
final class Fragments {
  private static final int MOST = 64;
  private static final int MOST_PIECES = 512;
  private static final int LARGEST = 65_535;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private record Key(Address from, Address to, int protocol, long id) {}

  private static final class Partial {
    private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();
    private final long since;
    private int end = -1;
    private int held;

    Partial(long since) {
      this.since = since;
    }
  }

  private final Map<Key, Partial> open = new LinkedHashMap<>();
  private long lost;

  /** Datagrams that could not be put together. */
  long lost() {
    return lost + open.size();
  }

  /** Adds a fragment; gives the datagram when it is the last one missing. */
  Optional<Slice> add(
      long nanos, Address from, Address to, int protocol, long id, int at, boolean more, Slice b) {
    Key key = new Key(from, to, protocol, id);
    Partial partial = open.get(key);
    if (partial != null && nanos - partial.since > PATIENCE_NANOS) {
      drop(key);
      partial = null;
    }
    if (partial == null) {
      partial = new Partial(nanos);
      makeRoom();
      open.put(key, partial);
    }
    int end = at + b.length();
    boolean odd = end > LARGEST || (more && b.length() % 8 != 0) || b.isEmpty();
    odd |= partial.end >= 0 && (end > partial.end || (!more && end != partial.end));
    if (odd || partial.pieces.size() >= MOST_PIECES || !fits(partial, at, b)) {
      drop(key);
      return Optional.empty();
    }
    if (partial.pieces.putIfAbsent(at, b.bytes()) == null) {
      partial.held += b.length();
    }
    if (!more) {
      partial.end = end;
    }
    if (partial.end < 0 || partial.held < partial.end) {
      return Optional.empty();
    }
    open.remove(key);
    if (partial.held > partial.end) {
      lost++;
      return Optional.empty();
    }
    byte[] whole = new byte[partial.end];
    partial.pieces.forEach(
        (offset, piece) -> System.arraycopy(piece, 0, whole, offset, piece.length));
    return Optional.of(Slice.of(whole));
  }

  /** No overlap with what is there, but for the same piece once more. */
  private static boolean fits(Partial partial, int at, Slice b) {
    Map.Entry<Integer, byte[]> before = partial.pieces.floorEntry(at);
    if (before != null && before.getKey() == at) {
      return before.getValue().length == b.length();
    }
    if (before != null && before.getKey() + before.getValue().length > at) {
      return false;
    }
    Map.Entry<Integer, byte[]> after = partial.pieces.ceilingEntry(at);
    return after == null || at + b.length() <= after.getKey();
  }

  private void drop(Key key) {
    open.remove(key);
    lost++;
  }

  private void makeRoom() {
    if (open.size() >= MOST) {
      Iterator<Key> oldest = open.keySet().iterator();
      oldest.next();
      oldest.remove();
      lost++;
    }
  }
}
