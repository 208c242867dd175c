package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** UBI: volumes whose blocks lie in any order. */
final class Ubi implements Format {
  private static final int HEADER = 64;
  private static final int SMALLEST_BLOCK = 1 << 12;
  private static final int LARGEST_BLOCK = 1 << 23;
  private static final long INTERNAL = 0x7FFFEFFFL;
  private static final byte[] BLOCK_MARK = Magic.text("UBI#");
  private static final byte[] VOLUME_MARK = Magic.text("UBI!");

  /**
   * A logical block.
   *
   * @param sequence of two copies, the one with the higher counts
   */
  private record Leb(Blob data, long sequence) {}

  @Override
  public String id() {
    return "ubi";
  }

  @Override
  public byte[] mark() {
    return BLOCK_MARK.clone();
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    return isHeader(blob, 0, BLOCK_MARK);
  }

  private static boolean isHeader(Blob blob, long at, byte[] mark) throws IOException {
    if (at < 0 || blob.size() - at < HEADER || !blob.has(at, mark)) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(blob.bytes(at, HEADER - 4));
    return blob.view(at + HEADER - 4, 4, ByteOrder.BIG_ENDIAN).getInt() == ~(int) crc.getValue();
  }

  private static long blockSize(Blob blob) throws IOException {
    for (long size = SMALLEST_BLOCK;
        size <= LARGEST_BLOCK && size < blob.size();
        size += SMALLEST_BLOCK) {
      if (isHeader(blob, size, BLOCK_MARK)) {
        return size;
      }
    }
    throw new UnreadableException("the size of its blocks cannot be told");
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    long block = blockSize(blob);
    Map<Long, NavigableMap<Long, Leb>> volumes = new TreeMap<>();
    long at = 0;
    while (at + block <= blob.size() && isHeader(blob, at, BLOCK_MARK)) {
      take(blob.part(at, block), volumes);
      at += block;
    }
    if (at < blob.size() && isHeader(blob, at, BLOCK_MARK)) {
      throw new UnreadableException(ImportRefusal.CUT_OFF, "its last block is cut");
    }
    if (volumes.isEmpty()) {
      throw new UnreadableException("it holds no volume");
    }
    long blocks = at / block;
    for (Map.Entry<Long, NavigableMap<Long, Leb>> volume : volumes.entrySet()) {
      try (InputStream in = joined(volume.getValue(), blocks)) {
        opened.part("volume-" + volume.getKey(), opened.keep(in, blob.size()));
      }
    }
    return at;
  }

  private static void take(Blob block, Map<Long, NavigableMap<Long, Leb>> volumes)
      throws IOException {
    ByteBuffer head = block.view(0, HEADER, ByteOrder.BIG_ENDIAN);
    long volumeHeader = Integer.toUnsignedLong(head.getInt(16));
    long data = Integer.toUnsignedLong(head.getInt(20));
    if (!isHeader(block, volumeHeader, VOLUME_MARK)) {
      return;
    }
    ByteBuffer b = block.view(volumeHeader, HEADER, ByteOrder.BIG_ENDIAN);
    long volume = Integer.toUnsignedLong(b.getInt(8));
    long number = Integer.toUnsignedLong(b.getInt(12));
    long pad = Integer.toUnsignedLong(b.getInt(28));
    long fixed = Integer.toUnsignedLong(b.getInt(20));
    if (volume >= INTERNAL) {
      return;
    }
    boolean isFixed = b.get(5) == 2;
    Blob content = block.part(data, isFixed ? fixed : block.size() - data - pad);
    volumes
        .computeIfAbsent(volume, v -> new TreeMap<>())
        .merge(
            number,
            new Leb(content, b.getLong(40)),
            (x, y) -> y.sequence() >= x.sequence() ? y : x);
  }

  /** Blocks that are missing were never written. */
  private static InputStream joined(NavigableMap<Long, Leb> lebs, long blocks)
      throws UnreadableException {
    List<InputStream> parts = new ArrayList<>();
    long size = lebs.firstEntry().getValue().data().size();
    long next = 0;
    for (Map.Entry<Long, Leb> leb : lebs.entrySet()) {
      if (leb.getKey() > 4 * blocks + 1024) {
        throw new UnreadableException("it names block " + leb.getKey() + " of " + blocks);
      }
      if (leb.getKey() > next) {
        parts.add(new Filled(new byte[] {-1}, (leb.getKey() - next) * size));
      }
      parts.add(leb.getValue().data().stream());
      next = leb.getKey() + 1;
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }
}
