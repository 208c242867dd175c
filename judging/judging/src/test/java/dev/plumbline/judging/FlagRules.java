package dev.plumbline.judging;

import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.RuleEvaluator;
import java.time.LocalDate;
import java.util.Optional;

/** Reads an expression as the name of a yes-or-no cell of the entry. */
final class FlagRules implements RuleEvaluator {
  @Override
  public Optional<Boolean> selects(
      UnitRule rule, Optional<IxitEntry> entry, Optional<IxitEntry> second, Dossier dossier) {
    return rule.select().flatMap(key -> entry.flatMap(e -> e.flag(key)));
  }

  @Override
  public Finding evaluate(
      UnitRule rule,
      Optional<IxitEntry> entry,
      Optional<IxitEntry> second,
      Dossier dossier,
      CryptoPolicy policy,
      LocalDate day) {
    return rule.holds()
        .flatMap(key -> entry.flatMap(e -> e.flag(key)))
        .<Finding>map(
            holds ->
                holds
                    ? new Finding.Holds(rule.because())
                    : new Finding.Violated(rule.otherwise(), rule.remedy()))
        .orElseGet(() -> new Finding.Undetermined("The declaration does not say."));
  }
}
