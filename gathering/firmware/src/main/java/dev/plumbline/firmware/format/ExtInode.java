package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** A file or folder of an ext file system, and where its blocks lie. */
final class ExtInode {
  static final int SIZE = 128;
  private static final int EXTENTS = 0x80000;
  private static final int INLINE = 0x10000000;
  private static final int ENCRYPTED = 0x800;
  private static final int MAP_AT = 40;
  private static final int MAP_SIZE = 60;
  private static final int DIRECT = 12;
  private static final int DEEPEST = 5;
  private static final int MOST_EXTENTS = 500_000;
  private static final int UNWRITTEN = 32_768;

  private record Extent(long count, long at, boolean written) {}

  private final Blob blob;
  private final ByteBuffer raw;
  private final int blockSize;
  private final TreeMap<Long, Extent> extents = new TreeMap<>();

  ExtInode(Blob blob, ByteBuffer raw, int blockSize) throws IOException {
    this.blob = blob;
    this.raw = raw;
    this.blockSize = blockSize;
    if (has(EXTENTS)) {
      extents(ByteBuffer.wrap(mapped(MAP_SIZE)).order(ByteOrder.LITTLE_ENDIAN), 0);
    }
  }

  private byte[] mapped(int count) {
    byte[] bytes = new byte[count];
    raw.get(MAP_AT, bytes);
    return bytes;
  }

  private boolean has(int flag) {
    return (raw.getInt(32) & flag) != 0;
  }

  int mode() {
    return Short.toUnsignedInt(raw.getShort(0));
  }

  long user() {
    return Short.toUnsignedLong(raw.getShort(2)) | (Short.toUnsignedLong(raw.getShort(120)) << 16);
  }

  long size() {
    boolean file = (mode() & 0170000) == 0100000;
    return Integer.toUnsignedLong(raw.getInt(4))
        | (file ? Integer.toUnsignedLong(raw.getInt(108)) << 32 : 0);
  }

  private void extents(ByteBuffer node, int depth) throws IOException {
    int entries = Short.toUnsignedInt(node.getShort(2));
    int level = Short.toUnsignedInt(node.getShort(6));
    if (Short.toUnsignedInt(node.getShort(0)) != 0xF30A
        || depth > DEEPEST
        || entries * 12 + 12 > node.capacity()
        || extents.size() > MOST_EXTENTS) {
      throw new UnreadableException("the list of its blocks is broken");
    }
    for (int i = 1; i <= entries; i++) {
      long first = Integer.toUnsignedLong(node.getInt(i * 12));
      if (level == 0) {
        int length = Short.toUnsignedInt(node.getShort(i * 12 + 4));
        long at =
            Integer.toUnsignedLong(node.getInt(i * 12 + 8))
                | (Short.toUnsignedLong(node.getShort(i * 12 + 6)) << 32);
        boolean written = length <= UNWRITTEN;
        extents.put(first, new Extent(written ? length : length - UNWRITTEN, at, written));
      } else {
        long at =
            Integer.toUnsignedLong(node.getInt(i * 12 + 4))
                | (Short.toUnsignedLong(node.getShort(i * 12 + 8)) << 32);
        extents(blob.view(at * blockSize, blockSize, ByteOrder.LITTLE_ENDIAN), depth + 1);
      }
    }
  }

  /** Its content, a block at a time. */
  PulledInput.Source blocks() throws UnreadableException {
    if (has(ENCRYPTED)) {
      throw new UnreadableException(ImportRefusal.UNSUPPORTED, "it is encrypted");
    }
    if (has(INLINE) && size() > MAP_SIZE) {
      throw new UnreadableException(
          ImportRefusal.UNSUPPORTED, "it is kept in its inode, which is not read");
    }
    if (size() < 0 || size() > 2 * blob.size() + (64L << 20)) {
      throw new UnreadableException("it names a size of " + size() + " bytes");
    }
    return new PulledInput.Source() {
      private long done;

      @Override
      public byte[] next() throws IOException {
        int length = (int) Math.min(blockSize, size() - done);
        if (length <= 0) {
          return new byte[0];
        }
        byte[] bytes = block(done / blockSize, length);
        done += length;
        return bytes;
      }
    };
  }

  private byte[] block(long number, int length) throws IOException {
    if (has(INLINE)) {
      return mapped(length);
    }
    long at = has(EXTENTS) ? byExtent(number) : byMap(number);
    return at == 0 ? new byte[length] : blob.bytes(at * blockSize, length);
  }

  private long byExtent(long number) {
    Map.Entry<Long, Extent> entry = extents.floorEntry(number);
    if (entry == null || !entry.getValue().written()) {
      return 0;
    }
    long inside = number - entry.getKey();
    return inside < entry.getValue().count() ? entry.getValue().at() + inside : 0;
  }

  private long byMap(long number) throws IOException {
    if (number < DIRECT) {
      return Integer.toUnsignedLong(raw.getInt((int) (MAP_AT + 4 * number)));
    }
    long per = blockSize / 4;
    long left = number - DIRECT;
    long span = per;
    for (int level = 1; level <= 3; level++, span *= per) {
      if (left < span) {
        long at = Integer.toUnsignedLong(raw.getInt(MAP_AT + 4 * (DIRECT + level - 1)));
        for (long step = span / per; at != 0 && step >= 1; step /= per) {
          at = pointer(at, left / step % per);
        }
        return at;
      }
      left -= span;
    }
    throw new UnreadableException("it has more blocks than the format allows");
  }

  private long pointer(long block, long index) throws IOException {
    return Integer.toUnsignedLong(
        blob.view(block * blockSize + 4 * index, 4, ByteOrder.LITTLE_ENDIAN).getInt());
  }
}
