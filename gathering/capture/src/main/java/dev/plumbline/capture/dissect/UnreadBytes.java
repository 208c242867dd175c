package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Budget;
import java.util.Arrays;

/** What one side has said and nobody took yet. */
final class UnreadBytes {
  private static final int MOST = 32 * 1024;

  private final Budget budget;
  private byte[] bytes = new byte[0];
  private int from;
  private int end;

  UnreadBytes(Budget budget) {
    this.budget = budget;
  }

  /** Adds at the end; false when there is no room. */
  boolean add(Slice more) {
    int have = end - from;
    if (have + more.length() > MOST) {
      return false;
    }
    if (end + more.length() > bytes.length) {
      int size = Math.min(MOST, Math.max(512, Integer.highestOneBit(have + more.length()) * 2));
      if (size > bytes.length) {
        if (!budget.take(size - bytes.length)) {
          return false;
        }
        byte[] larger = new byte[size];
        System.arraycopy(bytes, from, larger, 0, have);
        bytes = larger;
      } else {
        System.arraycopy(bytes, from, bytes, 0, have);
      }
      from = 0;
      end = have;
    }
    more.copyTo(bytes, end);
    end += more.length();
    return true;
  }

  Slice all() {
    return new Slice(bytes, from, end - from);
  }

  void take(int count) {
    from += Math.min(count, end - from);
    if (from == end) {
      from = 0;
      end = 0;
    }
  }

  /** Forgets all and gives the room back. */
  void clear() {
    budget.give(bytes.length);
    bytes = Arrays.copyOf(bytes, 0);
    from = 0;
    end = 0;
  }
}
