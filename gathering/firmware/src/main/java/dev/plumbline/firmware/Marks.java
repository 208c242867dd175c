package dev.plumbline.firmware;

import dev.plumbline.firmware.format.Format;
import dev.plumbline.firmware.format.Formats;
import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.BlobStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds places inside an image where a format can begin. */
final class Marks {
  private static final int WINDOW = 1 << 20;
  private static final int LONGEST = 32;

  /** Formats without a mark at their beginning are looked for at whole blocks. */
  private static final int BLOCK = 4096;

  /** A mark shorter than this stands in other data by chance. */
  private static final int SURE = 4;

  private final List<List<byte[]>> byFirst = new ArrayList<>();

  Marks(Formats formats) {
    for (int i = 0; i < 256; i++) {
      byFirst.add(new ArrayList<>());
    }
    for (Format format : formats.all()) {
      byte[] mark = format.mark();
      if (mark.length > 0) {
        byFirst.get(mark[0] & 0xFF).add(mark);
      }
    }
  }

  /** Whether a format that was found by its mark is one, even where it cannot be opened. */
  boolean sure(Format format) {
    return format.mark().length >= SURE || format.mark().length == 0;
  }

  /** The first place from here on where a format can begin; -1 when there is none. */
  long next(Blob blob, long from) throws IOException {
    for (long at = from; at < blob.size(); ) {
      byte[] window = blob.from(at).head(WINDOW);
      boolean last = at + window.length >= blob.size();
      int usable = last ? window.length : window.length - LONGEST;
      for (int i = 0; i < usable; i++) {
        if ((at + i) % BLOCK == 0 || begins(window, i)) {
          return at + i;
        }
      }
      at += usable;
    }
    return -1;
  }

  private boolean begins(byte[] buffer, int at) {
    for (byte[] mark : byFirst.get(buffer[at] & 0xFF)) {
      if (at + mark.length <= buffer.length
          && java.util.Arrays.equals(buffer, at, at + mark.length, mark, 0, mark.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether these bytes are what erased or unused memory holds. */
  static boolean isPadding(Blob blob) throws IOException {
    BlobStream in = blob.stream();
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] != 0 && buffer[i] != -1) {
          return false;
        }
      }
    }
    return true;
  }
}
