package dev.plumbline.firmware.image;

/**
 * How much of an image is unpacked.
 *
 * @param bytes that are unpacked in all
 * @param files that are looked at in all, and places that look like a container
 * @param depth of containers in each other
 * @param seconds that opening may take in all
 * @param ratio by which a packed part may expand once it is larger than {@code free}
 * @param free bytes up to which the ratio is not looked at
 */
public record UnpackLimits(long bytes, long files, int depth, long seconds, long ratio, long free) {
  /** Enough for the images of consumer devices. */
  public static final UnpackLimits USUAL =
      new UnpackLimits(4L << 30, 400_000, 8, 600, 500, 64L << 20);

  private static final long FEW_FILES = 20_000;

  /** Bytes of an image for each file of it, beyond the first ones. */
  private static final long BYTES_PER_FILE = 32;

  private static final long FEW_SECONDS = 60;
  private static final long SECONDS_PER_MEBIBYTE = 10;

  /**
   * What an image of this size may cost: containers in each other multiply what each of them is
   * allowed, so that all of it together is bounded by what it came from.
   */
  public UnpackLimits of(long size) {
    long expanded = size > bytes / ratio ? bytes : size * ratio;
    return new UnpackLimits(
        Math.min(bytes, size + Math.max(2 * free, expanded)),
        Math.min(files, Math.max(FEW_FILES, size / BYTES_PER_FILE)),
        depth,
        Math.min(seconds, FEW_SECONDS + (size >> 20) * SECONDS_PER_MEBIBYTE),
        ratio,
        free);
  }
}
