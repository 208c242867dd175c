package dev.plumbline.dossier;

import java.util.Optional;

/**
 * A variant's tie to its base.
 *
 * @param base the base's dossier, whose places begin with the way to it
 * @param distrust why no result of the base can be relied on, such as a broken journal; empty when
 *     nothing is known against them
 */
public record Family(Extension extension, Dossier base, Optional<String> distrust) {
  /**
   * The same where something is known against the base's results.
   *
   * @param why as the end of a sentence; an earlier reason stays
   */
  public Family distrusted(String why) {
    return distrust.isPresent() ? this : new Family(extension, base, Optional.of(why));
  }
}
