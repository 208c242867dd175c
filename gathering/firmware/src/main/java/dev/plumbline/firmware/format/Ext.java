package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * ext2, ext3 and ext4.
 *
 * @see <a href="https://docs.kernel.org/filesystems/ext4/">the format</a>
 */
final class Ext implements Format {
  private static final int AT = 1024;
  private static final int SUPERBLOCK = 1024;
  private static final int COMPRESSED = 0x1;
  private static final int JOURNAL_DEVICE = 0x8;
  private static final int META_GROUPS = 0x10;
  private static final int LARGE = 0x80;

  @Override
  public String id() {
    return "ext";
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    if (blob.size() < AT + SUPERBLOCK || !blob.has(AT + 56, Magic.hex("53ef"))) {
      return false;
    }
    ByteBuffer b = blob.view(AT, SUPERBLOCK, ByteOrder.LITTLE_ENDIAN);
    return b.getInt(24) >= 0 && b.getInt(24) <= 6 && b.getInt(40) > 0 && b.getInt(0) > 0;
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    ByteBuffer b = blob.view(AT, SUPERBLOCK, ByteOrder.LITTLE_ENDIAN);
    int features = b.getInt(96);
    if ((features & (COMPRESSED | JOURNAL_DEVICE | META_GROUPS)) != 0) {
      throw new UnreadableException(
          ImportRefusal.UNSUPPORTED,
          "it uses features of ext that are not read (" + Integer.toHexString(features) + ")");
    }
    long blockSize = 1024L << b.getInt(24);
    boolean large = (features & LARGE) != 0;
    long blocks = Integer.toUnsignedLong(b.getInt(4));
    if (large) {
      blocks |= Integer.toUnsignedLong(b.getInt(0x150)) << 32;
    }
    if (blocks <= 0 || blocks > blob.size() / blockSize) {
      throw new UnreadableException(
          ImportRefusal.CUT_OFF,
          "it is cut: it has " + blocks + " blocks of " + blockSize + " bytes");
    }
    Blob all = blob.part(0, blocks * blockSize);
    ExtShape shape =
        new ExtShape(
            (int) blockSize,
            Integer.toUnsignedLong(b.getInt(0)),
            Integer.toUnsignedLong(b.getInt(40)),
            b.getInt(76) == 0 ? 128 : Short.toUnsignedInt(b.getShort(88)),
            (Integer.toUnsignedLong(b.getInt(20)) + 1) * blockSize,
            large ? Math.max(32, Short.toUnsignedInt(b.getShort(254))) : 32);
    new ExtTree(all, shape, opened).read();
    return all.size();
  }
}
