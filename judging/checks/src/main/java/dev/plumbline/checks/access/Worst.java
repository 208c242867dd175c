package dev.plumbline.checks.access;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What several outcomes say of a proposition that needs all of them. */
final class Worst {
  private Worst() {}

  /**
   * The first refutation, else the first gap, else all that holds; with everybody's basis.
   *
   * @param outcomes at least one
   */
  static Outcome of(List<Outcome> outcomes) {
    List<Observation> basis = new ArrayList<>();
    List<Contradiction> contradictions = new ArrayList<>();
    outcomes.forEach(
        o -> {
          basis.addAll(o.basis());
          contradictions.addAll(o.contradictions());
        });
    Finding finding =
        first(outcomes, Finding.Violated.class)
            .or(() -> outcomes.stream().map(Outcome::finding).filter(Worst::isOpen).findFirst())
            .orElseGet(() -> outcomes.getFirst().finding());
    QuestionLog questionLog =
        outcomes.stream().map(Outcome::questionLog).reduce(QuestionLog.NONE, QuestionLog::and);
    return new Outcome(finding, basis.stream().distinct().toList(), contradictions, questionLog);
  }

  /** Whatever does not hold leaves the whole open, an error too. */
  private static boolean isOpen(Finding finding) {
    return !(finding instanceof Finding.Holds);
  }

  private static Optional<Finding> first(List<Outcome> outcomes, Class<? extends Finding> kind) {
    return outcomes.stream().map(Outcome::finding).filter(kind::isInstance).findFirst();
  }
}
