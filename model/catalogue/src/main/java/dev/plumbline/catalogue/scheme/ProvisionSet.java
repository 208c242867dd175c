package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import java.util.List;
import java.util.Optional;

/**
 * Provisions that a level asks for; a recommendation in it is asked for like a requirement.
 *
 * @param edition the edition whose numbers it uses; empty where that is not known
 * @param listed the provisions, where they are listed
 * @param basis how it is known
 * @param note what to know about it
 */
public record ProvisionSet(
    String id,
    Optional<EditionId> edition,
    Selection selection,
    List<ProvisionId> listed,
    Basis basis,
    String note,
    List<String> sources,
    Confidence confidence) {
  public ProvisionSet {
    listed = List.copyOf(listed);
    sources = List.copyOf(sources);
  }

  /** Which provisions of the edition. */
  public enum Selection {
    /** Those listed. */
    LISTED,
    /** Every requirement. */
    MANDATORY,
    /** Every recommendation: it is met, or declined with a reason. */
    ANSWERED
  }

  /** How a set is known. */
  public enum Basis {
    /** From a text that lists or defines it, or a copy of one. */
    READ,
    /** Worked out from other facts; the text itself could not be read. */
    INFERRED
  }

  /**
   * The edition in whose numbers it is held against a product. Every provision of the oldest
   * edition lives on in the newer ones, and not the other way round; a set of unknown edition is
   * therefore read in the oldest.
   */
  public EditionId numbering() {
    return edition.orElseGet(() -> EditionId.all().getFirst());
  }

  /**
   * The provisions, in the order of the list or of the standard.
   *
   * @param catalogue the one of {@link #numbering()}
   */
  public List<ProvisionId> in(Catalogue catalogue) {
    return switch (selection) {
      case LISTED -> listed;
      case MANDATORY ->
          catalogue.provisions().values().stream()
              .filter(Provision::mandatory)
              .map(Provision::id)
              .toList();
      case ANSWERED ->
          catalogue.provisions().values().stream()
              .filter(p -> !p.mandatory())
              .map(Provision::id)
              .toList();
    };
  }
}
