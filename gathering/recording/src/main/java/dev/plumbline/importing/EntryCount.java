package dev.plumbline.importing;

/**
 * Entries of one kind in a file.
 *
 * @param what they are, in the plural, such as {@code findings}
 * @param held how many the file holds that are about the device
 * @param kept how many of them became part of an observation
 */
public record EntryCount(String what, long held, long kept) {
  public EntryCount {
    if (kept < 0 || kept > held) {
      throw new IllegalArgumentException("kept " + kept + " of " + held + " " + what);
    }
  }

  /** Whether nothing was lost. */
  public boolean complete() {
    return held == kept;
  }
}
