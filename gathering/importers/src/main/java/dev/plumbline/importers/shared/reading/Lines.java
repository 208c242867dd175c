package dev.plumbline.importers.shared.reading;

import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines of a text file, one at a time, none longer than a bound. */
public final class Lines {
  private static final int LONGEST = 1 << 20;

  private Lines() {}

  /** Takes one line. */
  @FunctionalInterface
  public interface Handler {
    /**
     * @param line without its end
     * @param number from 1
     */
    void accept(String line, int number) throws MalformedImportException;
  }

  /**
   * Reads to the end.
   *
   * @throws MalformedImportException if a line has more than a million bytes or a zero byte: it is
   *     no text
   */
  public static void read(InputStream in, Handler handler)
      throws IOException, MalformedImportException {
    read(in, Kind.TEXT, handler);
  }

  /**
   * The same for tools that end each line.
   *
   * @throws MalformedImportException also if the last line has no end: the file was cut in it
   */
  public static void readWhole(InputStream in, Handler handler)
      throws IOException, MalformedImportException {
    read(in, Kind.ENDED, handler);
  }

  /** The same for files in which zero bytes may stand, such as the log of a serial line. */
  public static void readRaw(InputStream in, Handler handler)
      throws IOException, MalformedImportException {
    read(in, Kind.RAW, handler);
  }

  private enum Kind {
    TEXT,
    ENDED,
    RAW
  }

  private static void read(InputStream in, Kind kind, Handler handler)
      throws IOException, MalformedImportException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 16];
    int number = 1;
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      int from = 0;
      for (int i = 0; i < length; i++) {
        if (chunk[i] == 0 && kind != Kind.RAW) {
          throw new MalformedImportException(
              ImportRefusal.OTHER_FORMAT, "it is no text", number, 0);
        }
        if (chunk[i] == '\n') {
          line.write(chunk, from, i - from);
          from = i + 1;
          handler.accept(text(line, number), number);
          number++;
          line.reset();
        }
      }
      line.write(chunk, from, length - from);
      if (line.size() > LONGEST) {
        throw new MalformedImportException(
            ImportRefusal.TOO_LARGE, "a line is too long", number, 0);
      }
    }
    if (line.size() > 0) {
      if (kind == Kind.ENDED) {
        throw new MalformedImportException(
            ImportRefusal.CUT_OFF, "its last line is cut", number, 0);
      }
      handler.accept(text(line, number), number);
    }
  }

  private static String text(ByteArrayOutputStream line, int number) {
    String text = line.toString(StandardCharsets.UTF_8);
    String begun = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    return begun.endsWith("\r") ? begun.substring(0, begun.length() - 1) : begun;
  }
}
