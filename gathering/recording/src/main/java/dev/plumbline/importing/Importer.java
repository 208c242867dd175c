package dev.plumbline.importing;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the output of one tool into observations. Has a public constructor without parameters and
 * no state, and is found by {@link java.util.ServiceLoader}. Its {@code importer.yaml} lies beside
 * the class.
 */
public interface Importer {
  ImporterSpec spec();

  /** Whether a file with this beginning is this tool's. No two importers may claim the same. */
  boolean recognises(Head head);

  /**
   * Reads the file in one pass, with memory that does not grow with it. Whatever it tells before it
   * throws is thrown away: half a file proves nothing.
   *
   * @param in the file from its beginning; not closed here
   * @throws MalformedImportException if the file is not what it claims to be, or ends early
   */
  void read(InputStream in, Reading reading) throws IOException, MalformedImportException;
}
