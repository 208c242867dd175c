package dev.plumbline.exchange.source;

/**
 * How much of a stranger's file is read. A full IXIT stays far below all of these.
 *
 * @param fileBytes of the file itself
 * @param partBytes of one unpacked part
 * @param rows of one table that are not blank
 * @param letters of all cells together
 */
public record ReadLimits(long fileBytes, long partBytes, int rows, long letters) {
  /** Far above what a declaration needs, far below what harms a machine. */
  public static final ReadLimits DEFAULT = new ReadLimits(32L << 20, 64L << 20, 10_000, 16L << 20);
}
