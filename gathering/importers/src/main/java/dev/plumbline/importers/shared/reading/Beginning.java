package dev.plumbline.importers.shared.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a file, for importers of tools that write several formats.
 *
 * @param text the first bytes as UTF-8
 * @param file the file from its beginning
 */
public record Beginning(String text, InputStream file) {
  private static final int LENGTH = 4_096;

  /** Reads the beginning of a file that was not read yet. */
  public static Beginning of(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(LENGTH);
    String text = new String(buffered.readNBytes(LENGTH), StandardCharsets.UTF_8);
    buffered.reset();
    return new Beginning(text, buffered);
  }

  /** Whether the first character is this one. */
  public boolean startsWith(char first) {
    return !text.isEmpty() && text.charAt(0) == first;
  }
}
