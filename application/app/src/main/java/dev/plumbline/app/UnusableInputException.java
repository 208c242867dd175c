package dev.plumbline.app;

import dev.plumbline.catalogue.CatalogueException;
import java.util.Optional;

/** What somebody named cannot be used; the message is a sentence for them. */
public final class UnusableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableInputException(String message) {
    super(message);
  }

  /** A file of the catalogue's kind that cannot be used; its message names the place. */
  UnusableInputException(CatalogueException cause) {
    super(cause.getMessage(), cause);
  }

  /**
   * The sentence for the person who named what cannot be used, of a failure of any use case; empty
   * where the failure has another cause. Not made safe for a terminal or a page.
   */
  public static Optional<String> sentence(Exception failure) {
    return failure instanceof UnusableInputException || failure instanceof CatalogueException
        ? Optional.ofNullable(failure.getMessage())
        : Optional.empty();
  }
}
