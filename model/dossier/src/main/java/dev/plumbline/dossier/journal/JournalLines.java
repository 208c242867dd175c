package dev.plumbline.dossier.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines of bounded length. */
public final class JournalLines {
  /** How a line ended. */
  public enum Ending {
    LINE_FEED,
    /** The file ended within the line. */
    FILE,
    /** The file had ended before. */
    NOTHING,
    TOO_LONG
  }

  /** A line without its line feed. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  public record Line(byte[] bytes, Ending ending) {}

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;

  /** Reads from this stream, which the caller closes. */
  public JournalLines(InputStream in) {
    this.in = in;
  }

  /** The next line, however it ends. */
  public Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (position == limit) {
        limit = in.read(buffer, 0, buffer.length);
        position = 0;
        if (limit < 0) {
          limit = 0;
          return new Line(line.toByteArray(), line.size() == 0 ? Ending.NOTHING : Ending.FILE);
        }
      }
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, position, end - position);
      position = end;
      if (line.size() > JournalLine.MAX) {
        return new Line(new byte[0], Ending.TOO_LONG);
      }
      if (end < limit) {
        position++;
        return new Line(line.toByteArray(), Ending.LINE_FEED);
      }
    }
  }
}
