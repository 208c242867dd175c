package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A format that is known and not read: said plainly, so that nobody takes it for empty.
 *
 * @param digits of the bytes that stand at {@code offset}
 */
record Unsupported(String id, int offset, String digits) implements Format {
  private static final String FILE = "unsupported.csv";

  static List<Format> all() {
    try (InputStream in = Unsupported.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("data file missing: " + FILE);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(Unsupported::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Format of(String line) {
    String[] parts = line.split(",");
    return new Unsupported(parts[0], Integer.parseInt(parts[1]), parts[2]);
  }

  @Override
  public byte[] mark() {
    return offset == 0 ? Magic.hex(digits) : new byte[0];
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    return blob.has(offset, Magic.hex(digits));
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    throw new UnreadableException(ImportRefusal.UNSUPPORTED, "the format " + id + " is not read");
  }
}
