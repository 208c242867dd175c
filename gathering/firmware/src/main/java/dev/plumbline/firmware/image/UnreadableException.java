package dev.plumbline.firmware.image;

import java.io.IOException;

/** A part of an image is cut, broken, hostile or packed in a way that is not read. */
public class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why a clause that can follow "could not be opened:"
   */
  public UnreadableException(String why) {
    super(why);
  }
}
