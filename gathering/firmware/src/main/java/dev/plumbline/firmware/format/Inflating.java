package dev.plumbline.firmware.format;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Unpacks the small pieces of flash file systems. Never gives more than was named. */
final class Inflating {
  private Inflating() {}

  static byte[] zlib(byte[] packed, int size) throws IOException {
    return exactly(new InflaterInputStream(new ByteArrayInputStream(packed)), size);
  }

  /** Deflate without a header. */
  static byte[] raw(byte[] packed, int size) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      return exactly(new InflaterInputStream(new ByteArrayInputStream(packed), inflater), size);
    } finally {
      inflater.end();
    }
  }

  static byte[] zstd(byte[] packed, int size) throws IOException {
    return exactly(new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed)), size);
  }

  /**
   * JFFS2's run-length scheme: each byte is followed by how much of what came after its last place.
   */
  static byte[] rtime(byte[] packed, int size) throws UnreadableException {
    int[] last = new int[256];
    byte[] out = new byte[size];
    int to = 0;
    for (int from = 0; to < size; from += 2) {
      if (from + 1 >= packed.length) {
        throw new UnreadableException("a piece of it is broken");
      }
      int value = packed[from] & 0xFF;
      int repeat = packed[from + 1] & 0xFF;
      out[to++] = packed[from];
      int back = last[value];
      last[value] = to;
      for (int i = 0; i < repeat && to < size; i++) {
        out[to++] = out[back++];
      }
    }
    return out;
  }

  private static byte[] exactly(InputStream in, int size) throws IOException {
    try (in) {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length != size) {
        throw new UnreadableException(ImportRefusal.CUT_OFF, "a piece of it is cut");
      }
      return bytes;
    }
  }
}
