package dev.plumbline.dossier;

import dev.plumbline.core.Digest;

/**
 * A stretch of an evidence file.
 *
 * @param sha256 digest of the file
 * @param offset first byte
 * @param length in bytes
 */
public record EvidenceRef(Digest sha256, long offset, long length) {
  public EvidenceRef {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("not a stretch: " + offset + "+" + length);
    }
  }

  @Override
  public String toString() {
    return "evidence/" + sha256.shortForm() + "@" + offset + "+" + length;
  }
}
