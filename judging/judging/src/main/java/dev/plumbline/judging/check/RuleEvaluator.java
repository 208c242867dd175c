package dev.plumbline.judging.check;

import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Evaluates the rules of a catalogue over what a dossier declares. Safe for several threads. */
public interface RuleEvaluator {

  /**
   * The same rules, ready for many questions about one dossier; by one thread at a time.
   *
   * @param dossier the only one that it will be asked about
   */
  default RuleEvaluator over(Dossier dossier) {
    return this;
  }

  /**
   * Whether a unit is about an entry, or about a pair of them.
   *
   * @param second the entry that the first refers to; {@code other} in rules
   * @return empty when the declaration does not say enough; the entry then counts as selected, so
   *     that silence never removes a test
   */
  Optional<Boolean> selects(
      UnitRule rule, Optional<IxitEntry> entry, Optional<IxitEntry> second, Dossier dossier);

  /**
   * The finding of a rule: a whole rule holds or is violated, a part can refute only, and a
   * declaration that says too little is Undetermined.
   *
   * @param second the entry that the first refers to; {@code other} in rules
   * @param day the day that cryptography is judged for
   */
  Finding evaluate(
      UnitRule rule,
      Optional<IxitEntry> entry,
      Optional<IxitEntry> second,
      Dossier dossier,
      CryptoPolicy policy,
      LocalDate day);

  /** As {@link #selects(UnitRule, Optional, Optional, Dossier)}, without a second entry. */
  default Optional<Boolean> selects(UnitRule rule, Optional<IxitEntry> entry, Dossier dossier) {
    return selects(rule, entry, Optional.empty(), dossier);
  }

  /** As the other {@code evaluate}, without a second entry. */
  default Finding evaluate(
      UnitRule rule,
      Optional<IxitEntry> entry,
      Dossier dossier,
      CryptoPolicy policy,
      LocalDate day) {
    return evaluate(rule, entry, Optional.empty(), dossier, policy, day);
  }

  /**
   * Whether the outcome can depend on the crypto policy. Errs towards yes: a finding that goes
   * stale too often costs a look, one that does not costs a wrong verdict.
   */
  default boolean readsPolicy(UnitRule rule) {
    BoundedPattern words =
        BoundedPattern.compile(
            "polic|accepted|broken|crypto|algorithm", BoundedPattern.CASE_INSENSITIVE);
    return Stream.of(rule.select(), rule.known(), rule.holds())
        .flatMap(Optional::stream)
        .anyMatch(t -> words.matcher(t).find());
  }
}
