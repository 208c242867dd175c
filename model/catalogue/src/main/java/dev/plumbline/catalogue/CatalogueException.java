package dev.plumbline.catalogue;

import dev.plumbline.core.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shipped catalogue, or a file of the same kind that a user brought, cannot be used. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Place place;
  private final String text;

  public CatalogueException(String message) {
    super(message);
    this.place = null;
    this.text = message;
  }

  /**
   * Something at a place.
   *
   * @param text what is wrong there
   */
  public CatalogueException(Place place, String text) {
    super(place + ": " + text);
    this.place = place;
    this.text = text;
  }

  /** Where; empty where no place is to blame. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /** What is wrong, without the place. */
  public String text() {
    return text;
  }
}
