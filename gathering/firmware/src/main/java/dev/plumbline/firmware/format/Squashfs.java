package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Squashfs 4.0, little-endian.
 *
 * @see <a href="https://docs.kernel.org/filesystems/squashfs.html">the format</a>
 */
final class Squashfs implements Format {
  private static final int SUPERBLOCK = 96;
  private static final int MAJOR = 4;

  @Override
  public String id() {
    return "squashfs";
  }

  @Override
  public byte[] mark() {
    return Magic.text("hsqs");
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    if (blob.size() < SUPERBLOCK || !blob.has(0, mark())) {
      return false;
    }
    ByteBuffer header = blob.view(0, SUPERBLOCK, ByteOrder.LITTLE_ENDIAN);
    int block = header.getInt(12);
    int log = header.getShort(22);
    return log >= 12 && log <= 20 && block == 1 << log && header.getShort(28) <= MAJOR;
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    ByteBuffer header = blob.view(0, SUPERBLOCK, ByteOrder.LITTLE_ENDIAN);
    if (header.getShort(28) != MAJOR) {
      throw new UnreadableException(
          ImportRefusal.UNSUPPORTED, "squashfs " + header.getShort(28) + " is not read");
    }
    long used = header.getLong(40);
    new SquashfsTree(blob.part(0, used), header, opened).read();
    return used;
  }
}
