package dev.plumbline.judging;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the machine says of an item, before any person is heard.
 *
 * @param executed whether anything was looked at
 * @param questionLog the questions that a check asked
 * @param takenFrom the item whose violation it is; empty for the item's own finding
 */
record MachineFinding(
    Finding finding,
    DecidedBy by,
    boolean executed,
    List<Observation> basis,
    List<Contradiction> contradictions,
    QuestionLog questionLog,
    Optional<ItemId> takenFrom) {

  /** A finding of the item's own. */
  MachineFinding(
      Finding finding,
      DecidedBy by,
      boolean executed,
      List<Observation> basis,
      List<Contradiction> contradictions,
      QuestionLog questionLog) {
    this(finding, by, executed, basis, contradictions, questionLog, Optional.empty());
  }

  static MachineFinding of(Finding finding, DecidedBy by, boolean executed) {
    return new MachineFinding(finding, by, executed, List.of(), List.of(), QuestionLog.NONE);
  }

  /** Nobody but a person can say, or nothing can yet. */
  static MachineFinding open(String why) {
    return of(new Finding.Undetermined(why), DecidedBy.ASSESSOR, false);
  }

  /** Both together: the worse finding counts, and what either rests on is kept. */
  MachineFinding and(MachineFinding other) {
    MachineFinding worse = rank(other.finding) > rank(finding) ? other : this;
    Set<Observation> seen = new LinkedHashSet<>(basis);
    seen.addAll(other.basis);
    List<Contradiction> both = new ArrayList<>(contradictions);
    both.addAll(other.contradictions);
    return new MachineFinding(
        worse.finding,
        worse.by,
        executed || other.executed,
        List.copyOf(seen),
        both,
        questionLog.and(other.questionLog),
        worse.takenFrom);
  }

  /** Whether the machine has anything to say that a person could go against. */
  boolean speaks() {
    return finding instanceof Finding.Holds
        || finding instanceof Finding.Searched
        || finding instanceof Finding.Violated;
  }

  private static int rank(Finding finding) {
    return switch (finding) {
      case Finding.NotApplicable n -> 0;
      case Finding.Holds h -> 1;
      case Finding.Searched s -> 2;
      case Finding.Undetermined u -> 3;
      case Finding.Errored e -> 4;
      case Finding.Violated v -> 5;
    };
  }
}
