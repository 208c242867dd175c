package dev.plumbline.firmware.image;

/**
 * How much of an image is unpacked.
 *
 * @param bytes that are unpacked in all
 * @param files that are looked at in all
 * @param depth of containers in each other
 * @param seconds that opening may take in all
 * @param ratio by which a packed part may expand once it is larger than {@code free}
 * @param free bytes up to which the ratio is not looked at
 */
public record Limits(long bytes, long files, int depth, long seconds, long ratio, long free) {
  /** Enough for the images of consumer devices. */
  public static final Limits USUAL = new Limits(4L << 30, 400_000, 8, 600, 500, 64L << 20);
}
