package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.Confidence;
import java.util.List;

/**
 * Until when a level holds, by one rule. Where a level has several, the first to end counts.
 *
 * @param end the rule
 * @param years how long, for {@link End#YEARS}; else 0
 * @param text what to know about it, in our words; may be empty
 */
public record Term(End end, int years, String text, List<String> sources, Confidence confidence) {
  public Term {
    sources = List.copyOf(sources);
  }

  /** What ends a level. */
  public enum End {
    /** The declared end of security updates. */
    SUPPORT,
    /** A number of years after it was given. */
    YEARS,
    /** Nothing that is set beforehand. */
    NEVER
  }
}
