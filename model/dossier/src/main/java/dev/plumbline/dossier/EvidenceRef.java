package dev.plumbline.dossier;

import dev.plumbline.core.Digest;

/**
 * A stretch of an evidence file.
 *
 * @param sha256 digest of the file
 * @param offset first byte
 * @param length in bytes
 * @param frames of a network capture, those that show the fact; none for other files, and where all
 *     of a capture shows it
 */
public record EvidenceRef(Digest sha256, long offset, long length, FrameNumbers frames) {
  public EvidenceRef {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("not a stretch: " + offset + "+" + length);
    }
  }

  /** A stretch of a file that has no frames. */
  public EvidenceRef(Digest sha256, long offset, long length) {
    this(sha256, offset, length, FrameNumbers.NONE);
  }

  /** The same stretch, of which these frames show the fact. */
  public EvidenceRef showing(FrameNumbers shown) {
    return new EvidenceRef(sha256, offset, length, shown);
  }

  @Override
  public String toString() {
    return "evidence/"
        + sha256.shortForm()
        + "@"
        + offset
        + "+"
        + length
        + (frames.isEmpty() ? "" : ", " + frames);
  }
}
