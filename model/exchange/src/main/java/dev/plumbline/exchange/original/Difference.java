package dev.plumbline.exchange.original;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that a document and the catalogue do not have in common.
 *
 * @param part what it is about, such as {@code provision}
 * @param id of it
 * @param catalogue what the catalogue has; empty for the kinds that say so
 * @param document what the document has
 */
public record Difference(Kind kind, String part, String id, String catalogue, String document) {
  /** How they differ. */
  public enum Kind {
    /** The document has it, the catalogue does not. */
    ONLY_IN_DOCUMENT,
    /** The catalogue has it; in the document it was not found. */
    ONLY_IN_CATALOGUE,
    /** Another status in Table B.1: M, R, C, F, conditions or features. */
    OTHER_STATUS,
    /** Conceptual here, functional there. */
    OTHER_KIND,
    /**
     * The catalogue derived the conditions for PASS, or has another number of them: a person
     * compares the two texts.
     */
    PASS_CONDITIONS
  }

  /** Ids that one of two sides has alone, in the order of the sides. */
  static void sides(
      List<Difference> found, String part, Set<String> catalogue, Set<String> document) {
    Set<String> more = new LinkedHashSet<>(document);
    more.removeAll(catalogue);
    Set<String> less = new LinkedHashSet<>(catalogue);
    less.removeAll(document);
    more.forEach(id -> found.add(new Difference(Kind.ONLY_IN_DOCUMENT, part, id, "", id)));
    less.forEach(id -> found.add(new Difference(Kind.ONLY_IN_CATALOGUE, part, id, id, "")));
  }
}
