package dev.plumbline.observation;

/** What was to be recorded or read is no fact of its kind. */
public final class FactException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  FactException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field at fault, such as {@code open[2].path}. */
  public String field() {
    return field;
  }
}
