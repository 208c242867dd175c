package dev.plumbline.capture.file;

/** Something ends before what it says that it holds. Cheap, as hostile captures cause many. */
public final class CutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CutException() {
    super("it ends early", null, false, false);
  }
}
