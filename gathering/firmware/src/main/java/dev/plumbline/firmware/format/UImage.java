package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** U-Boot's legacy image: a header with checksums and no signature. */
final class UImage implements Format {
  private static final int HEADER = 64;
  private static final int SIZE = 12;
  private static final int TYPE = 30;
  private static final int MULTI = 4;
  private static final int MOST_PARTS = 64;

  @Override
  public String id() {
    return "uimage";
  }

  @Override
  public byte[] mark() {
    return Magic.hex("27051956");
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    if (blob.size() < HEADER || !blob.has(0, Magic.hex("27051956"))) {
      return false;
    }
    ByteBuffer header = blob.view(0, HEADER, ByteOrder.BIG_ENDIAN);
    int checksum = header.getInt(4);
    CRC32 crc = new CRC32();
    crc.update(blob.bytes(0, 4));
    crc.update(new byte[4]);
    crc.update(blob.bytes(8, HEADER - 8));
    return (int) crc.getValue() == checksum;
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    ByteBuffer header = blob.view(0, HEADER, ByteOrder.BIG_ENDIAN);
    Blob data = blob.part(HEADER, Integer.toUnsignedLong(header.getInt(SIZE)));
    opened.signature("absent", "the legacy header has checksums only");
    if (header.get(TYPE) == MULTI) {
      List<Long> sizes = sizes(data);
      long at = 4L * (sizes.size() + 1);
      for (int i = 0; i < sizes.size(); i++) {
        opened.part("part-" + i, data.part(at, sizes.get(i)));
        at += (sizes.get(i) + 3) & ~3L;
      }
    } else {
      opened.part("", data);
    }
    return HEADER + data.size();
  }

  private static List<Long> sizes(Blob data) throws IOException {
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; ; i++) {
      if (i > MOST_PARTS) {
        throw new UnreadableException("its list of parts has no end");
      }
      long size = Integer.toUnsignedLong(data.view(4L * i, 4, ByteOrder.BIG_ENDIAN).getInt());
      if (size == 0) {
        return sizes;
      }
      sizes.add(size);
    }
  }
}
