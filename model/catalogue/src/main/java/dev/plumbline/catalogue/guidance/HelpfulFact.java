package dev.plumbline.catalogue.guidance;

/**
 * Observations that help a person with a unit, and can neither prove nor refute it.
 *
 * @param key of the observations
 * @param purpose the field of the user information for whose page they are; empty for all
 */
public record HelpfulFact(String key, String purpose) {
  private static final String OF = " of ";

  /** Reads {@code page.fetched of sensorsUrl}, or a key alone. */
  static HelpfulFact of(String text) {
    int at = text.indexOf(OF);
    return at < 0
        ? new HelpfulFact(text, "")
        : new HelpfulFact(text.substring(0, at), text.substring(at + OF.length()));
  }
}
