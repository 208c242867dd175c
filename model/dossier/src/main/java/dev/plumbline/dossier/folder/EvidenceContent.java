package dev.plumbline.dossier.folder;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes something of the bytes of an evidence file.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface EvidenceContent<T> {
  /** Reads as much as it needs, and closes nothing. */
  T read(InputStream in) throws IOException;
}
