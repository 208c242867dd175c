package dev.plumbline.judging;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Optional;

/**
 * A test item with its finding and the whole way to it.
 *
 * @param finding the one that counts
 * @param by who gave it
 * @param machine the machine's finding, where there is a person's decision beside it
 * @param decision the person's last decision, counting or not
 * @param stale whether the person's decision rests on something that has changed since; it does not
 *     count then
 * @param executed whether anything was looked at: a probe's answer, a rule, a person
 * @param basis observations that the finding rests on
 * @param grounds what it was judged on, and the steps from catalogue to verdict
 * @param heritage of a variant's item: what became of the result of the base
 */
public record Judged(
    TestItem item,
    Finding finding,
    DecidedBy by,
    Optional<Finding> machine,
    Optional<Decision> decision,
    boolean stale,
    boolean executed,
    List<Observation> basis,
    List<Contradiction> contradictions,
    Grounds grounds,
    Optional<InheritedResult> heritage) {
  public Judged {
    basis = List.copyOf(basis);
    contradictions = List.copyOf(contradictions);
  }

  /** A judged item whose digest and trace are known already. */
  public Judged(
      TestItem item,
      Finding finding,
      DecidedBy by,
      Optional<Finding> machine,
      Optional<Decision> decision,
      boolean stale,
      boolean executed,
      List<Observation> basis,
      List<Contradiction> contradictions,
      Digest basisDigest,
      List<TraceStep> trace) {
    this(
        item,
        finding,
        by,
        machine,
        decision,
        stale,
        executed,
        basis,
        contradictions,
        Grounds.of(basisDigest, trace),
        Optional.empty());
  }

  /** Whether the result was not seen on this product: it is its base's, or rests on such. */
  public boolean inherited() {
    return heritage.filter(InheritedResult::inherited).isPresent();
  }

  /** What a machine found, whoever's finding counts; empty where no machine did. */
  public Optional<Finding> byMachine() {
    return by == DecidedBy.ASSESSOR ? machine : Optional.of(machine.orElse(finding));
  }

  /** What stands behind the verdict. */
  public Conclusion conclusion() {
    return switch (finding) {
      case Finding.Holds h -> passed();
      case Finding.Searched s -> Conclusion.SEARCHED;
      case Finding.Undetermined u -> Conclusion.OPEN;
      case Finding.Errored e -> Conclusion.OPEN;
      case Finding.Violated v -> Conclusion.REFUTED;
      case Finding.NotApplicable n -> Conclusion.NOT_APPLICABLE;
    };
  }

  private Conclusion passed() {
    if (by != DecidedBy.ASSESSOR) {
      return Conclusion.PROVED;
    }
    return machine.filter(Finding.Searched.class::isInstance).isPresent()
        ? Conclusion.CONFIRMED
        : Conclusion.DECIDED;
  }

  /** The questions that a check asked of the item, with what answered each. */
  public QuestionLog questionLog() {
    return grounds.questionLog();
  }

  public Verdict verdict() {
    return finding.verdict();
  }

  /** Digest of everything that the finding was judged on; a decision is bound to it. */
  public Digest basisDigest() {
    return grounds.digest();
  }

  /** The steps from catalogue to verdict, for people. */
  public List<TraceStep> trace() {
    return grounds.trace();
  }

  /** Whether the finding can be traced to an observation with evidence, or a person's evidence. */
  public boolean evidenced() {
    return basis.stream().anyMatch(o -> o.evidence().isPresent())
        || decision.map(d -> !stale && !d.evidence().isEmpty()).orElse(false);
  }
}
