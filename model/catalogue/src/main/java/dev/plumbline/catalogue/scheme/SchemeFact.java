package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.Confidence;
import java.util.List;

/**
 * One thing that is known of a scheme, or known to be unknown.
 *
 * @param text the fact in our words; what is not known, where the confidence is {@link
 *     Confidence#UNKNOWN}
 * @param sources keys of {@code schemes/sources.yaml}
 */
public record SchemeFact(String text, List<String> sources, Confidence confidence) {
  public SchemeFact {
    sources = List.copyOf(sources);
  }

  /** Whether the text says what is so, not what nobody could tell. */
  public boolean known() {
    return confidence != Confidence.UNKNOWN;
  }
}
