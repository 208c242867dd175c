package dev.plumbline.checks.pages;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import java.util.List;

/** Short forms for the outcomes of checks. */
final class Answers {
  private Answers() {}

  static Outcome holds(String reason, List<Observation> basis) {
    return Outcome.of(new Finding.Holds(reason), basis);
  }

  static Outcome undetermined(String reason, List<Observation> basis) {
    return Outcome.of(new Finding.Undetermined(reason), basis);
  }
}
