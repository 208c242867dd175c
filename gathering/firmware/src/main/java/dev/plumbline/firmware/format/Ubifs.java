package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** UBIFS, by its records and without its index: of each name and block the newest counts. */
final class Ubifs implements Format {
  private static final int HEADER = 24;
  private static final int INODE = 0;
  private static final int DATA = 1;
  private static final int NAME = 2;
  private static final int SUPERBLOCK = 6;
  private static final int INODE_SIZE = 160;
  private static final int DATA_AT = 48;
  private static final int NAME_AT = 56;
  private static final int BLOCK = 4096;
  private static final int LONGEST = 1 << 16;
  private static final long ROOT = 1;
  private static final int ENCRYPTED = 0x2000;

  @Override
  public String id() {
    return "ubifs";
  }

  @Override
  public byte[] mark() {
    return Magic.hex("31181006");
  }

  /** It begins with its superblock. */
  @Override
  public boolean at(Blob blob) throws IOException {
    return blob.size() >= HEADER
        && blob.has(0, mark())
        && blob.view(0, HEADER, ByteOrder.LITTLE_ENDIAN).get(20) == SUPERBLOCK;
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    LogFiles files = new LogFiles();
    byte[] mark = mark();
    for (long at = 0; at + HEADER <= blob.size(); ) {
      ByteBuffer head = blob.view(at, HEADER, ByteOrder.LITTLE_ENDIAN);
      long length = Integer.toUnsignedLong(head.getInt(16));
      if (!blob.has(at, mark) || length < HEADER || length > LONGEST || at + length > blob.size()) {
        at += 8;
        continue;
      }
      Blob record = blob.part(at, length);
      if (isWhole(record, head.getInt(4))) {
        take(record, head, files);
        at = (at + length + 7) & ~7L;
      } else {
        at += 8;
      }
    }
    if (files.isEmpty()) {
      throw new UnreadableException("it names no file");
    }
    files.tell(ROOT, opened, blob.size());
    return blob.size();
  }

  private static boolean isWhole(Blob record, int named) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(record.bytes(8, record.size() - 8));
    return ~(int) crc.getValue() == named;
  }

  private static void take(Blob record, ByteBuffer head, LogFiles files) throws IOException {
    long sequence = head.getLong(8);
    switch (head.get(20)) {
      case INODE -> {
        if (record.size() < INODE_SIZE) {
          return;
        }
        ByteBuffer b = record.view(0, INODE_SIZE, ByteOrder.LITTLE_ENDIAN);
        if ((b.getInt(108) & ENCRYPTED) != 0) {
          throw new UnreadableException(ImportRefusal.UNSUPPORTED, "its files are encrypted");
        }
        files.inode(number(b, 24), b.getInt(104), number(b, 96), b.getLong(48), sequence);
      }
      case NAME -> {
        ByteBuffer b = record.view(0, NAME_AT, ByteOrder.LITTLE_ENDIAN);
        String name =
            new String(
                record.bytes(NAME_AT, Short.toUnsignedInt(b.getShort(50))), StandardCharsets.UTF_8);
        files.name(number(b, 24), name, b.getLong(40), sequence);
      }
      case DATA -> {
        ByteBuffer b = record.view(0, DATA_AT, ByteOrder.LITTLE_ENDIAN);
        long offset = (number(b, 28) & 0x1FFFFFFF) * BLOCK;
        long size = number(b, 40);
        int packing = b.getShort(44);
        Blob packed = record.from(DATA_AT);
        files.data(number(b, 24), offset, sequence, () -> unpack(packed, size, packing));
      }
      default -> {}
    }
  }

  private static long number(ByteBuffer buffer, int at) {
    return Integer.toUnsignedLong(buffer.getInt(at));
  }

  private static byte[] unpack(Blob packed, long size, int packing) throws IOException {
    if (size > BLOCK) {
      throw new UnreadableException("a piece of it names " + size + " bytes");
    }
    byte[] bytes = packed.bytes(0, packed.size());
    return switch (packing) {
      case 0 -> packed.bytes(0, size);
      case 1 -> Lzo.unpack(bytes, (int) size);
      case 2 -> Inflating.raw(bytes, (int) size);
      case 3 -> Inflating.zstd(bytes, (int) size);
      default ->
          throw new UnreadableException(
              ImportRefusal.UNSUPPORTED, "its packing " + packing + " is not read");
    };
  }
}
