package dev.plumbline.judging.check;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Optional;

/**
 * Whether a Holds is earned. A check that answered none of its questions, or left one open, proves
 * nothing; where the unit's question is open, a machine's best finding is Searched.
 */
public final class EarnedFindings {
  private EarnedFindings() {}

  /**
   * The finding of a check as far as its questions support it.
   *
   * @param open whether the unit's question is open
   */
  public static Finding byCheck(Finding finding, Check.Outcome outcome, boolean open) {
    if (!(finding instanceof Finding.Holds holds)) {
      return finding;
    }
    QuestionLog questionLog = outcome.questionLog();
    Optional<String> refusal = questionLog.refusal();
    if (refusal.isPresent()) {
      List<Remedy> remedies =
          questionLog.entries().stream().flatMap(e -> e.remedies().stream()).distinct().toList();
      return new Finding.Undetermined(refusal.get() + " " + holds.reason(), remedies);
    }
    return open
        ? new Finding.Searched(holds.reason(), lookedAt(outcome), questionLog.notLookedAt())
        : holds;
  }

  /** The finding of a rule; declared text answers no open question for good. */
  public static Finding byRule(Finding finding, TestItem item, boolean open) {
    return open && finding instanceof Finding.Holds holds
        ? new Finding.Searched(
            holds.reason(), List.of("what is declared for " + item.id().subject()), List.of())
        : finding;
  }

  private static List<String> lookedAt(Check.Outcome outcome) {
    return outcome.questionLog().lookedAt().isEmpty()
        ? outcome.basis().stream()
            .filter(Observation::seen)
            .map(EarnedFindings::place)
            .distinct()
            .toList()
        : outcome.questionLog().lookedAt();
  }

  private static String place(Observation o) {
    return o.key()
        + " of "
        + o.subject()
        + (o.coverage().isEmpty() ? "" : ", looked at " + o.coverage());
  }
}
