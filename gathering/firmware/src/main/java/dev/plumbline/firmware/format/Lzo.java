package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.UnreadableException;
import java.util.Arrays;

/**
 * Unpacks LZO1X blocks.
 *
 * @see <a href="https://docs.kernel.org/staging/lzo.html">the stream format as the kernel reads
 *     it</a>
 */
final class Lzo {
  private final byte[] in;
  private final byte[] out;
  private int from;
  private int to;

  private Lzo(byte[] in, int most) {
    this.in = in;
    this.out = new byte[most];
  }

  /**
   * @param most bytes that can come out
   * @throws UnreadableException if the block is broken or holds more
   */
  static byte[] unpack(byte[] packed, int most) throws UnreadableException {
    Lzo lzo = new Lzo(packed, most);
    try {
      lzo.run();
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new UnreadableException("an LZO block of it is broken");
    }
    return Arrays.copyOf(lzo.out, lzo.to);
  }

  /**
   * What follows depends on how many literals the instruction before it copied: 0, 1 to 3, or 4 and
   * more.
   */
  private void run() throws UnreadableException {
    int state = 0;
    int first = in[0] & 0xFF;
    if (first > 17) {
      from++;
      literals(first - 17);
      state = first - 17 < 4 ? first - 17 : 4;
    }
    while (true) {
      int code = next();
      int length;
      int distance;
      if (code >= 64) {
        distance = (next() << 3) + ((code >> 2) & 7) + 1;
        length = (code >> 5) + 1;
      } else if (code >= 32) {
        length = (code & 31) == 0 ? 2 + 31 + more() : 2 + (code & 31);
        int word = word();
        distance = (word >> 2) + 1;
        code = word;
      } else if (code >= 16) {
        length = (code & 7) == 0 ? 2 + 7 + more() : 2 + (code & 7);
        int word = word();
        distance = ((code & 8) << 11) + (word >> 2);
        if (distance == 0) {
          return;
        }
        distance += 1 << 14;
        code = word;
      } else if (state == 0) {
        literals(code == 0 ? 3 + 15 + more() : 3 + code);
        state = 4;
        continue;
      } else if (state < 4) {
        distance = (next() << 2) + (code >> 2) + 1;
        length = 2;
      } else {
        distance = (next() << 2) + (code >> 2) + (1 << 11) + 1;
        length = 3;
      }
      copy(distance, length);
      state = code & 3;
      literals(state);
    }
  }

  private int next() {
    return in[from++] & 0xFF;
  }

  private int word() {
    return next() | (next() << 8);
  }

  /** A length that runs on: zeros count 255 each. */
  private int more() throws UnreadableException {
    int sum = 0;
    int value = next();
    while (value == 0) {
      sum += 255;
      if (sum > out.length) {
        throw new UnreadableException("an LZO block of it is broken");
      }
      value = next();
    }
    return sum + value;
  }

  private void literals(int count) {
    for (int i = 0; i < count; i++) {
      out[to++] = in[from++];
    }
  }

  private void copy(int distance, int count) {
    for (int i = 0; i < count; i++) {
      out[to] = out[to - distance];
      to++;
    }
  }
}
