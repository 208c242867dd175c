package dev.plumbline.app;

import dev.plumbline.app.message.Message;
import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.dossier.folder.DossierWriter.ChangedFileException;
import dev.plumbline.dossier.folder.DossierWriter.DossierLockedException;
import java.io.IOException;
import java.util.Optional;

/** What somebody named cannot be used; the message is a sentence for them. */
public final class UnusableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  public UnusableInputException(Message message) {
    super(message.sentence());
    this.message = message;
  }

  /** A file of the catalogue's kind that cannot be used; its message names the place. */
  UnusableInputException(CatalogueException cause) {
    super(of(cause).sentence(), cause);
    this.message = of(cause);
  }

  /**
   * The message for the person who named what cannot be used, of a failure of any use case; empty
   * where the failure has another cause. Not made safe for a terminal or a page.
   */
  public static Optional<Message> message(Exception failure) {
    return switch (failure) {
      case UnusableInputException u -> Optional.of(u.message);
      case CatalogueException c -> Optional.of(of(c));
      default -> Optional.empty();
    };
  }

  /** The sentence of that message. */
  public static Optional<String> sentence(Exception failure) {
    return message(failure).map(Message::sentence);
  }

  /** The message where nothing was saved since a colleague saved something else, or is saving. */
  public static Optional<Message> conflict(IOException failure) {
    return switch (failure) {
      case ChangedFileException c -> Optional.of(Message.of("PLB-C913", "file", c.file()));
      case DossierLockedException l ->
          Optional.of(Message.of("PLB-C914", "reason", String.valueOf(l.getMessage())));
      default -> Optional.empty();
    };
  }

  private static Message of(CatalogueException cause) {
    return Message.of("PLB-C502", "reason", String.valueOf(cause.getMessage()));
  }
}
