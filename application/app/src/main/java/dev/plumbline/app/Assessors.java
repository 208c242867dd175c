package dev.plumbline.app;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Digest;
import java.util.HashMap;
import java.util.Map;

/**
 * One assessor for each catalogue. Making one prepares checks and rules, and only the assessor that
 * judged a product before can judge it again by parts. Safe for several threads.
 */
public final class Assessors {
  /** More than there are editions; catalogues of a profile that is edited are not piled up. */
  private static final int MOST = 8;

  private final Map<Digest, Assessor> made = new HashMap<>();

  /** The assessor of a catalogue with that content. */
  public synchronized Assessor of(Catalogue catalogue) {
    Assessor known = made.get(catalogue.digest());
    if (known != null) {
      return known;
    }
    if (made.size() >= MOST) {
      made.clear();
    }
    Assessor fresh = new Assessor(catalogue);
    made.put(catalogue.digest(), fresh);
    return fresh;
  }
}
