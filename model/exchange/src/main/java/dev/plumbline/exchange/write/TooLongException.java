package dev.plumbline.exchange.write;

/** A text that the format cannot hold in one cell. */
public final class TooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  TooLongException(int letters) {
    this("One text has " + letters + " letters; a cell of a workbook holds 32767.");
  }

  private TooLongException(String what) {
    super(what);
    this.what = what;
  }

  /** What is too long, as a sentence. */
  public String what() {
    return what;
  }
}
