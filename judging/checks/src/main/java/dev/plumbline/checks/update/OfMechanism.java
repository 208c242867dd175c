package dev.plumbline.checks.update;

import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.Fact;
import java.util.List;
import java.util.Optional;

/**
 * Of which of several mechanisms of the device an observation is. One that names no row counts only
 * where there is one row alone that it can be of.
 *
 * @param kind of the observation
 * @param whole subject where driver.yaml names no mechanism
 * @param own subject where it names the row
 */
record OfMechanism(Class<? extends Fact> kind, String whole, String own) {
  /**
   * The subject whose observations are about the row; empty where it cannot be told, which leaves
   * the question open.
   *
   * @param rows all rows that it can be of
   * @param write what to write under the row in driver.yaml
   */
  Optional<String> of(
      Facts facts, IxitEntry row, List<IxitEntry> rows, String write, Questions questions) {
    if (!facts.observations(kind, own).isEmpty()) {
      return Optional.of(own);
    }
    if (rows.size() == 1 && rows.getFirst().id().equals(row.id())) {
      return Optional.of(whole);
    }
    facts.observations(kind, whole).forEach(questions::restsOn);
    Questions.Asked tried = questions.ask("Is it known what was tried of the row?", row.subject());
    String named = "mechanisms: {" + row.id() + ": {" + write + "}}";
    if (rows.size() > 1) {
      tried.left(
          "of which of "
              + rows.size()
              + " rows of "
              + row.table()
              + " a trial is has to be said: write '"
              + named
              + "' in driver.yaml",
          new Remedy.ChangeDeclaration("driver.yaml", named));
    } else {
      tried.left("what was tried is of another row than " + row.id());
    }
    return Optional.empty();
  }
}
