package dev.plumbline.dossier.journal;

import dev.plumbline.core.Digest;
import java.util.Map;
import java.util.Optional;

/**
 * Where a line says that it stands.
 *
 * @param before digest of the line before it, as it is written
 * @param number its number from 1, of any type that was read; empty in lines of earlier versions,
 *     which name none
 */
record JournalPlace(Object before, Optional<Object> number) {
  /** What the fields of a line say. */
  static JournalPlace of(Map<String, Object> fields) {
    return new JournalPlace(
        fields.getOrDefault("prev", ""), Optional.ofNullable(fields.get("seq")));
  }

  /** Whether the line stands where it says. */
  boolean isAt(Digest line, int place) {
    return line.hex().equals(before) && number.filter(n -> !n.equals((long) place)).isEmpty();
  }
}
