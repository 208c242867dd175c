package dev.plumbline.importing;

/** A file is refused: it is cut, broken, hostile or not of the tool's format. */
public final class MalformedImportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ImportRefusal refusal;
  private final int line;
  private final int column;

  /**
   * @param refusal which kind of refusal it is
   * @param what what is wrong, as a sentence without the place
   * @param line from 1; 0 when not known
   * @param column from 1; 0 when not known
   */
  public MalformedImportException(ImportRefusal refusal, String what, int line, int column) {
    super(what);
    this.refusal = refusal;
    this.line = Math.max(0, line);
    this.column = Math.max(0, column);
  }

  /** At no line, as in a binary file. */
  public MalformedImportException(ImportRefusal refusal, String what) {
    this(refusal, what, 0, 0);
  }

  /** The kind of refusal. */
  public ImportRefusal refusal() {
    return refusal;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
