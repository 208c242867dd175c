package dev.plumbline.dossier;

import java.time.Instant;

/**
 * What is said of a piece of evidence when it is stored. Texts may be empty, except {@code what}.
 *
 * @param what what it shows
 * @param softwareVersion version of the device that it was taken from
 */
public record EvidenceNote(
    String what,
    String tool,
    String toolVersion,
    String command,
    String operator,
    Instant at,
    String softwareVersion) {
  public EvidenceNote {
    if (what.isBlank()) {
      throw new IllegalArgumentException("evidence has to say what it shows");
    }
  }
}
