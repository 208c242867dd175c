package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** JFFS2 in either byte order. */
final class Jffs2 implements Format {
  private static final int MAGIC = 0x1985;
  private static final int HEADER = 12;
  private static final int NAME_NODE = 0xE001;
  private static final int INODE_NODE = 0xE002;
  private static final int NAME_AT = 40;
  private static final int DATA_AT = 68;
  private static final int LARGEST_PIECE = 1 << 20;

  /** An erase block without any record is followed by no more of them. */
  private static final long LARGEST_GAP = 1 << 20;

  private static final long ROOT = 1;

  private final ByteOrder order;

  Jffs2(ByteOrder order) {
    this.order = order;
  }

  @Override
  public String id() {
    return "jffs2";
  }

  @Override
  public byte[] mark() {
    return Magic.hex(order == ByteOrder.LITTLE_ENDIAN ? "8519" : "1985");
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    return blob.size() >= HEADER && isRecord(blob.view(0, HEADER, order));
  }

  private static boolean isRecord(ByteBuffer header) {
    return Short.toUnsignedInt(header.getShort(0)) == MAGIC
        && header.getInt(4) >= HEADER
        && crc(header) == header.getInt(8);
  }

  /** CRC-32 from zero and without a last inversion; the bytes are as they lie in the flash. */
  private static int crc(ByteBuffer header) {
    int crc = 0;
    for (int i = 0; i < 8; i++) {
      crc ^= header.get(i) & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xEDB88320 : crc >>> 1;
      }
    }
    return crc;
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    LogFiles files = new LogFiles();
    long end = 0;
    for (long at = 0; at + HEADER <= blob.size() && at - end <= LARGEST_GAP; ) {
      ByteBuffer header = blob.view(at, HEADER, order);
      if (!isRecord(header)) {
        at += 4;
        continue;
      }
      long length = Integer.toUnsignedLong(header.getInt(4));
      int type = Short.toUnsignedInt(header.getShort(2));
      if (type == NAME_NODE) {
        name(blob.part(at, length), files);
      } else if (type == INODE_NODE) {
        inode(blob.part(at, length), files);
      }
      end = Math.min(blob.size(), at + length);
      at = (at + length + 3) & ~3L;
    }
    if (files.isEmpty()) {
      throw new UnreadableException("it names no file");
    }
    files.tell(ROOT, opened, blob.size());
    return end;
  }

  private void name(Blob record, LogFiles files) throws IOException {
    ByteBuffer b = record.view(0, NAME_AT, order);
    String name =
        new String(record.bytes(NAME_AT, Byte.toUnsignedInt(b.get(28))), StandardCharsets.UTF_8);
    files.name(number(b, 12), name, number(b, 20), number(b, 16));
  }

  private void inode(Blob record, LogFiles files) throws IOException {
    ByteBuffer b = record.view(0, DATA_AT, order);
    long inode = number(b, 12);
    long version = number(b, 16);
    files.inode(inode, b.getInt(20), Short.toUnsignedLong(b.getShort(24)), number(b, 28), version);
    Blob packed = record.part(DATA_AT, number(b, 48));
    long size = number(b, 52);
    int packing = Byte.toUnsignedInt(b.get(56));
    if (size > 0) {
      files.data(inode, number(b, 44), version, () -> unpack(packed, size, packing));
    }
  }

  private static long number(ByteBuffer buffer, int at) {
    return Integer.toUnsignedLong(buffer.getInt(at));
  }

  private static byte[] unpack(Blob packed, long named, int packing) throws IOException {
    if (named > LARGEST_PIECE) {
      throw new UnreadableException("a piece of it names " + named + " bytes");
    }
    int size = (int) named;
    return switch (packing) {
      case 0 -> packed.bytes(0, size);
      case 1 -> new byte[size];
      case 2 -> Inflating.rtime(packed.bytes(0, packed.size()), size);
      case 6 -> Inflating.zlib(packed.bytes(0, packed.size()), size);
      case 7 -> Lzo.unpack(packed.bytes(0, packed.size()), size);
      default ->
          throw new UnreadableException(
              ImportRefusal.UNSUPPORTED, "its packing " + packing + " is not read");
    };
  }
}
