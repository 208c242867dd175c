package dev.plumbline.judging.history;

import java.time.Instant;

/**
 * Something that a person recorded.
 *
 * @param kind such as {@code decision}, {@code comment} or {@code sign-off}
 * @param text what it says, on one line
 * @param state what became of it, such as {@code replaced}; empty where nothing can become of it
 */
public record RecordEntry(Instant at, String by, String kind, String text, String state) {

  /** One line for people. */
  public String line() {
    return at + " " + by + ", " + kind + (state.isEmpty() ? "" : " (" + state + ")") + ": " + text;
  }
}
