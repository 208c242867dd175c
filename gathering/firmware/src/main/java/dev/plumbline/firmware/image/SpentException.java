package dev.plumbline.firmware.image;

import dev.plumbline.importing.ImportRefusal;

/** A limit for the whole image is reached: nothing more of it is opened. */
public final class SpentException extends UnreadableException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why a clause that can follow "could not be opened:"
   */
  public SpentException(String why) {
    super(ImportRefusal.TOO_LARGE, why);
  }
}
