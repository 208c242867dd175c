package dev.plumbline.capture.flow;

import dev.plumbline.capture.file.Slice;
import java.util.Map;
import java.util.TreeMap;

/**
 * One direction of a TCP connection, put in order. Of bytes that come twice the first count; bytes
 * that never come are told as missed.
 */
final class Direction {
  /** Takes bytes in order. */
  interface Hearer {
    boolean said(Slice bytes);

    void missed();
  }

  private static final int MOST_PIECES = 64;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int FARTHEST = 16 << 20;

  private final Budget budget;
  private final TreeMap<Long, byte[]> ahead = new TreeMap<>();
  private boolean started;
  private boolean finished;
  private int first;
  private int next;
  private long position;
  private int held;

  Direction(Budget budget) {
    this.budget = budget;
  }

  /** A SYN with this sequence number. */
  void begin(int sequence) {
    if (!started) {
      started = true;
      first = sequence;
      next = sequence + 1;
    }
  }

  /** Whether a SYN begins another connection on the same ports. */
  boolean restarts(int sequence) {
    return started && sequence != first;
  }

  boolean started() {
    return started;
  }

  boolean finished() {
    return finished;
  }

  void finish() {
    finished = true;
  }

  /** Takes a segment; false when the hearer wants no more. */
  boolean segment(int sequence, Slice bytes, Hearer hearer) {
    if (bytes.isEmpty()) {
      return true;
    }
    if (!started) {
      begin(sequence - 1);
      hearer.missed();
    }
    int gap = sequence - next;
    if (gap < -FARTHEST || gap > FARTHEST) {
      // Far out of the window: an old duplicate or a forged segment.
      return true;
    }
    if (gap > 0) {
      return later(gap, sequence, bytes, hearer);
    }
    if (-gap >= bytes.length()) {
      return true;
    }
    return tell(bytes.from(-gap), hearer) && drain(hearer);
  }

  private boolean tell(Slice bytes, Hearer hearer) {
    next += bytes.length();
    position += bytes.length();
    return hearer.said(bytes);
  }

  private boolean later(int gap, int sequence, Slice bytes, Hearer hearer) {
    if (ahead.containsKey(position + gap)) {
      return true;
    }
    boolean room = ahead.size() < MOST_PIECES && held + bytes.length() <= MOST_BYTES;
    if (room && budget.take(bytes.length())) {
      ahead.put(position + gap, bytes.bytes());
      held += bytes.length();
      return true;
    }
    return giveUpWaiting(hearer) && segment(sequence, bytes, hearer);
  }

  /** Goes on behind the gap. */
  private boolean giveUpWaiting(Hearer hearer) {
    if (ahead.isEmpty()) {
      started = false;
      return true;
    }
    long gap = ahead.firstKey() - position;
    next += (int) gap;
    position += gap;
    hearer.missed();
    return drain(hearer);
  }

  private boolean drain(Hearer hearer) {
    while (!ahead.isEmpty()) {
      Map.Entry<Long, byte[]> entry = ahead.firstEntry();
      int gap = (int) (entry.getKey() - position);
      if (gap > 0) {
        return true;
      }
      ahead.remove(entry.getKey());
      release(entry.getValue().length);
      Slice bytes = Slice.of(entry.getValue());
      if (-gap < bytes.length() && !tell(bytes.from(-gap), hearer)) {
        return false;
      }
    }
    return true;
  }

  /** Tells what waits behind gaps, as nothing more comes. */
  boolean flush(Hearer hearer) {
    while (!ahead.isEmpty()) {
      if (!giveUpWaiting(hearer)) {
        return false;
      }
    }
    return true;
  }

  /** Holds nothing any more. */
  void clear() {
    ahead.clear();
    release(held);
  }

  private void release(int bytes) {
    budget.give(bytes);
    held -= bytes;
  }
}
