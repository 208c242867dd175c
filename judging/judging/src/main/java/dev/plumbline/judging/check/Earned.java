package dev.plumbline.judging.check;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Ledger;
import java.util.List;
import java.util.Optional;

/**
 * Whether a Holds is earned. A check that answered none of its questions, or left one open, proves
 * nothing; where the unit's question is open, a machine's best finding is Searched.
 */
public final class Earned {
  private Earned() {}

  /**
   * The finding of a check as far as its questions support it.
   *
   * @param open whether the unit's question is open
   */
  public static Finding byCheck(Finding finding, Check.Outcome outcome, boolean open) {
    if (!(finding instanceof Finding.Holds holds)) {
      return finding;
    }
    Ledger ledger = outcome.ledger();
    Optional<String> refusal = ledger.refusal();
    if (refusal.isPresent()) {
      List<Remedy> remedies =
          ledger.entries().stream().flatMap(e -> e.remedies().stream()).distinct().toList();
      return new Finding.Undetermined(refusal.get() + " " + holds.reason(), remedies);
    }
    return open
        ? new Finding.Searched(holds.reason(), lookedAt(outcome), ledger.notLookedAt())
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
    return outcome.ledger().lookedAt().isEmpty()
        ? outcome.basis().stream().filter(Observation::seen).map(Earned::place).distinct().toList()
        : outcome.ledger().lookedAt();
  }

  private static String place(Observation o) {
    return o.key()
        + " of "
        + o.subject()
        + (o.coverage().isEmpty() ? "" : ", looked at " + o.coverage());
  }
}
