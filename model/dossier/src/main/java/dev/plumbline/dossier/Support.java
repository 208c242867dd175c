package dev.plumbline.dossier;

import java.util.Optional;

/** The supplier's answer to a provision in the ICS (EN 303 645, Annex B). */
public enum Support {
  YES("Y"),
  NO("N"),
  NOT_APPLICABLE("N/A");

  private final String printed;

  Support(String printed) {
    this.printed = printed;
  }

  /** The answer as the pro forma prints it: Y, N or N/A. */
  public String printed() {
    return printed;
  }

  /** Reads the printed form, exactly. */
  public static Optional<Support> of(String text) {
    for (Support support : values()) {
      if (support.printed.equals(text)) {
        return Optional.of(support);
      }
    }
    return Optional.empty();
  }
}
