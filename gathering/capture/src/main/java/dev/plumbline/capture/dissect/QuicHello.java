package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import java.util.BitSet;
import java.util.Optional;

/**
 * A ClientHello out of the CRYPTO frames of QUIC, which come in any order and in several packets.
 */
final class QuicHello {
  /** Bytes that it holds back. */
  static final int SIZE = 8 * 1024;

  private static final int CRYPTO = 6;

  private final byte[] bytes = new byte[SIZE];
  private final BitSet have = new BitSet();

  /** Adds the frames of a packet; gives the message when it is whole. */
  Optional<Slice> add(Slice frames) {
    int at = 0;
    while (at < frames.length()) {
      int type = frames.u8(at);
      at++;
      if (type == 0 || type == 1) {
        continue;
      }
      if (type != CRYPTO) {
        break;
      }
      long offset = QuicInitial.number(frames, at);
      at += QuicInitial.width(frames, at);
      long length = QuicInitial.number(frames, at);
      at += QuicInitial.width(frames, at);
      if (offset > SIZE || length > SIZE - offset) {
        break;
      }
      frames.part(at, (int) length).copyTo(bytes, (int) offset);
      have.set((int) offset, (int) (offset + length));
      at += (int) length;
    }
    Slice all = new Slice(bytes, 0, have.nextClearBit(0));
    boolean whole = all.length() >= 4 && all.u8(0) == 1 && all.length() >= 4 + all.u24(1);
    return whole ? Optional.of(all.part(4, all.u24(1))) : Optional.empty();
  }
}
