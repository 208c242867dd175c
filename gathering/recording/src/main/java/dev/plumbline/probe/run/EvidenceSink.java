package dev.plumbline.probe.run;

import dev.plumbline.core.Digest;
import java.io.IOException;

/** Where transcripts go. */
@FunctionalInterface
public interface EvidenceSink {
  /**
   * Stores a file. The same content twice is one file.
   *
   * @param content already free of secrets
   * @param what what it shows, in one line
   * @param probe id of the probe that took it
   * @return SHA-256 of the content
   */
  Digest store(byte[] content, String what, String probe) throws IOException;
}
