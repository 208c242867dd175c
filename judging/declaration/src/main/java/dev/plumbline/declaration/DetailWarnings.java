package dev.plumbline.declaration;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.Words;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.declaration.data.Texts;
import java.util.List;
import java.util.Optional;

/**
 * What makes the detail of an answer say nothing. The check of the declaration warns of it, and a
 * rule takes such a detail for unknown.
 */
public final class DetailWarnings {
  private static final int FEWEST_WORDS = 4;
  private static final Words WORDS = Words.load();
  private static final List<String> EMPTY =
      ShippedData.read("details.yaml").texts("empty").stream().map(Texts::bare).toList();

  private DetailWarnings() {}

  /** The id of the problem; empty for a blank detail, and for one that says enough. */
  public static Optional<String> of(Provision provision, String detail) {
    if (detail.isBlank()) {
      return Optional.empty();
    }
    String bare = Texts.bare(detail);
    if (WORDS.isNothing(detail)
        || WORDS.isOpen(detail)
        || WORDS.isBare(detail)
        || EMPTY.contains(bare)
        || bare.equals(Texts.bare(provision.title()))) {
      return Optional.of("PLB-3034");
    }
    return Words.size(detail) < FEWEST_WORDS ? Optional.of("PLB-3035") : Optional.empty();
  }
}
