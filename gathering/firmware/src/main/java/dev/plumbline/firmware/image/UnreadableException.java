package dev.plumbline.firmware.image;

import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;

/** A part of an image is cut, broken, hostile or packed in a way that is not read. */
public class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ImportRefusal refusal;

  /**
   * A broken place in it.
   *
   * @param why a clause that can follow "could not be opened:"
   */
  public UnreadableException(String why) {
    this(ImportRefusal.MALFORMED, why);
  }

  /**
   * @param refusal as what it counts where the whole image is refused for it
   * @param why a clause that can follow "could not be opened:"
   */
  public UnreadableException(ImportRefusal refusal, String why) {
    super(why);
    this.refusal = refusal;
  }

  /** As what it counts where the whole image is refused for it. */
  public ImportRefusal refusal() {
    return refusal;
  }
}
