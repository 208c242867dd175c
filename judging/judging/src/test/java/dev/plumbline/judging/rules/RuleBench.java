package dev.plumbline.judging.rules;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import java.time.LocalDate;
import java.util.Optional;

/** A catalogue with its rules, tried on declarations. */
final class RuleBench {
  private static final CryptoPolicy POLICY = CryptoPolicies.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final Catalogue catalogue;
  private final CelRules rules;

  RuleBench(EditionId edition) {
    this.catalogue = CatalogueLoader.load(edition);
    this.rules = CelRules.of(catalogue);
  }

  UnitRule rule(UnitId unit) {
    return catalogue.rule(unit).orElseThrow();
  }

  /** What the rule finds about the first entry of the unit's table. */
  Finding evaluate(UnitRule rule, Dossier dossier) {
    TestUnit unit = catalogue.unit(rule.unit()).orElseThrow();
    Optional<IxitEntry> entry =
        unit.table().flatMap(t -> dossier.ixit().entries(t).stream().findFirst());
    Optional<IxitEntry> second =
        unit.alsoUses().stream()
            .findFirst()
            .flatMap(t -> dossier.ixit().entries(t).stream().findFirst());
    return rules.evaluate(rule, entry, second, dossier, POLICY, DAY);
  }

  /** What it finds where nothing is declared but that there is an entry. */
  Finding ofNothing(UnitRule rule) {
    String table =
        catalogue
            .unit(rule.unit())
            .orElseThrow()
            .table()
            .map(t -> t + ": [{id: E-1}]")
            .orElse("none: []");
    return evaluate(rule, Declared.tables(table));
  }
}
