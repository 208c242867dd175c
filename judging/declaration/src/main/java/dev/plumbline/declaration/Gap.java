package dev.plumbline.declaration;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.guidance.ProvisionGuidance;
import java.util.List;
import java.util.Optional;

/**
 * A provision that is not met, or not known to be met.
 *
 * @param reason why, in a sentence
 * @param guidance what it asks, how it is done, what goes wrong
 * @param attacks ids of the attacks that find the gap open
 */
public record Gap(
    Provision provision,
    Kind kind,
    String reason,
    Optional<ProvisionGuidance> guidance,
    List<String> attacks) {

  /** Whether it is known to be open. */
  public enum Kind {
    /** Answered N. For a recommendation with a recorded reason it is a choice, not a fault. */
    NOT_MET,
    /** Answered N/A, although it applies or may apply. */
    NOT_APPLICABLE_UNSUPPORTED,
    /** No answer. */
    NOT_KNOWN
  }

  public Gap {
    attacks = List.copyOf(attacks);
  }
}
