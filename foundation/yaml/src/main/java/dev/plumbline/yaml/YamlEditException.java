package dev.plumbline.yaml;

import dev.plumbline.core.Place;

/** A text has a form that cannot be edited without changing more than was asked. */
public final class YamlEditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  YamlEditException(Place place, String message) {
    super(place + ": " + message);
    this.place = place;
  }

  /** Where a person has to do it by hand. */
  public Place place() {
    return place;
  }
}
