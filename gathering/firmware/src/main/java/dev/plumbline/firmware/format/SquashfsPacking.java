package dev.plumbline.firmware.format;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lzma.LZMACompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How the blocks of a squashfs are packed, by the number in its header. */
enum SquashfsPacking {
  GZIP(1),
  LZMA(2),
  LZO(3),
  XZ(4),
  LZ4(5),
  ZSTD(6);

  private static final int MEMORY_KIB = 1 << 16;

  private final int number;

  SquashfsPacking(int number) {
    this.number = number;
  }

  static SquashfsPacking of(int number) throws UnreadableException {
    for (SquashfsPacking packing : values()) {
      if (packing.number == number) {
        return packing;
      }
    }
    throw new UnreadableException(
        ImportRefusal.UNSUPPORTED, "its packing " + number + " is not known");
  }

  /**
   * Unpacks one block.
   *
   * @param most bytes that a block can hold
   */
  byte[] unpack(byte[] packed, int most) throws IOException {
    if (this == LZO) {
      return Lzo.unpack(packed, most);
    }
    try (InputStream in = stream(new ByteArrayInputStream(packed))) {
      byte[] block = in.readNBytes(most);
      if (block.length == most && in.read() >= 0) {
        throw new UnreadableException("a block of it holds more than it can");
      }
      return block;
    }
  }

  private InputStream stream(InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new InflaterInputStream(in);
      case LZMA ->
          LZMACompressorInputStream.builder()
              .setInputStream(in)
              .setMemoryLimitKiB(MEMORY_KIB)
              .get();
      case XZ ->
          XZCompressorInputStream.builder().setInputStream(in).setMemoryLimitKiB(MEMORY_KIB).get();
      case LZ4 -> new BlockLZ4CompressorInputStream(in);
      case ZSTD -> new ZstdInputStreamNoFinalizer(in);
      case LZO -> throw new UnreadableException("LZO is no stream");
    };
  }
}
