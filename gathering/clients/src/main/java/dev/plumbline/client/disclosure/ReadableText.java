package dev.plumbline.client.disclosure;

import java.util.Locale;

/**
 * A text that was read without a login.
 *
 * @param place where it stood, such as a path; empty where the observation says it
 */
public record ReadableText(String place, Form form, String text) {
  /** What kind of text it is; a pattern counts in those that it names. */
  public enum Form {
    /** What a service says by itself. */
    BANNER,
    /** {@code name: value} lines of an HTTP head. */
    HEADERS,
    /** The source of an HTML page without its scripts. */
    PAGE,
    /** {@code label: value} lines that a page shows. */
    LABELS,
    /** Scripts and styles. */
    CODE,
    /** JSON, XML, INI and the like. */
    DATA;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
