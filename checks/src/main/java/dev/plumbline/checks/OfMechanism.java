package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Optional;

/**
 * Of which of several mechanisms of the device an observation is. One that names no row counts only
 * where there is one row alone that it can be of.
 *
 * @param key of the observation
 * @param whole subject where driver.yaml names no mechanism
 * @param own subject where it names the row
 */
record OfMechanism(String key, String whole, String own) {
  /**
   * The subject whose observations are about the row; empty where it cannot be told, which is a
   * gap.
   *
   * @param rows all rows that it can be of
   * @param write what to write under the row in driver.yaml
   */
  Optional<String> of(
      Facts facts, IxitEntry row, List<IxitEntry> rows, String write, Questions questions) {
    if (!facts.observations(key, own).isEmpty()) {
      return Optional.of(own);
    }
    if (rows.size() == 1 && rows.getFirst().id().equals(row.id())) {
      return Optional.of(whole);
    }
    facts.observations(key, whole).forEach(questions::restsOn);
    questions.gap(
        rows.size() > 1
            ? "of which of "
                + rows.size()
                + " rows of "
                + row.table()
                + " a trial is has to be said: write 'mechanisms: {"
                + row.id()
                + ": {"
                + write
                + "}}' in driver.yaml"
            : "what was tried is of another row than " + row.id());
    return Optional.empty();
  }
}
