package dev.plumbline.importers.shared.reading;

import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.format.JsonInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** JSON records that stand in one array, or one after the other. */
public final class Records {
  private static final int BEGINNING = 1_024;

  private Records() {}

  /**
   * Reads to the end.
   *
   * @throws MalformedImportException as {@link JsonInput#read} does
   */
  public static void read(InputStream in, JsonInput.Handler handler)
      throws IOException, MalformedImportException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(BEGINNING);
    boolean array = false;
    for (byte b : buffered.readNBytes(BEGINNING)) {
      if (b == '[' || b == '{') {
        array = b == '[';
        break;
      }
    }
    buffered.reset();
    JsonInput.read(buffered, Map.of(array ? "/*" : "", handler));
  }
}
