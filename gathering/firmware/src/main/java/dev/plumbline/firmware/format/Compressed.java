package dev.plumbline.firmware.format;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.BlobStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lzma.LZMACompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** One packed stream. */
enum Compressed implements Format {
  GZIP("1f8b08") {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return GzipCompressorInputStream.builder().setInputStream(in).get();
    }

    @Override
    boolean plausible(byte[] head) {
      return (head[3] & 0xE0) == 0;
    }
  },
  BZIP2("425a68") {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in);
    }

    @Override
    boolean plausible(byte[] head) {
      return head[3] >= '1' && head[3] <= '9' && head[4] == 0x31 && head[5] == 0x41;
    }
  },
  XZ("fd377a585a00") {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return XZCompressorInputStream.builder()
          .setInputStream(in)
          .setMemoryLimitKiB(MEMORY_KIB)
          .get();
    }
  },
  ZSTD("28b52ffd") {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return new ZstdInputStreamNoFinalizer(in).setLongMax(LONGEST_WINDOW);
    }

    @Override
    boolean exact() {
      return false;
    }
  },
  LZMA("5d0000") {
    @Override
    InputStream unpack(InputStream in) throws IOException {
      return LZMACompressorInputStream.builder()
          .setInputStream(in)
          .setMemoryLimitKiB(MEMORY_KIB)
          .get();
    }

    // There is no magic: usual properties, a dictionary that is a power of two, a likely size.
    @Override
    boolean plausible(byte[] head) {
      if (head.length < 14 || head[0] != 0x5D || head[13] != 0) {
        return false;
      }
      long dictionary = little(head, 1, 4);
      long size = little(head, 5, 8);
      return dictionary >= 1 << 12
          && dictionary <= 1 << 27
          && Long.bitCount(dictionary) == 1
          && (size == -1 || (size > 0 && size < 1L << 32));
    }
  };

  private static final int MEMORY_KIB = 1 << 18;
  private static final int LONGEST_WINDOW = 27;
  private static final int HEAD = 18;

  private final String magic;

  Compressed(String magic) {
    this.magic = magic;
  }

  @Override
  public byte[] mark() {
    return Magic.hex(magic);
  }

  abstract InputStream unpack(InputStream in) throws IOException;

  boolean plausible(byte[] head) {
    return true;
  }

  /** Whether the reader stops where the stream ends. */
  boolean exact() {
    return true;
  }

  @Override
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    if (blob.size() < HEAD || !blob.has(0, mark())) {
      return false;
    }
    return plausible(blob.head(HEAD));
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    BlobStream packed = blob.stream();
    Blob content;
    try (InputStream in = unpack(packed)) {
      content = opened.keep(in, blob.size());
    }
    opened.part("", content);
    return exact() ? packed.position() : blob.size();
  }

  private static long little(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }
}
