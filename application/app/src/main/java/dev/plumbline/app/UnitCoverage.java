package dev.plumbline.app;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.catalogue.guidance.HelpfulFact;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import java.util.List;
import java.util.Optional;

/**
 * Who decides a test unit, as installed.
 *
 * @param by who can give the verdict
 * @param with the check or rule that decides, or helps a person
 * @param assisted whether a machine helps where a person decides: it can refute, or gathers what
 *     helps
 * @param means keys of the observations without which it stays open; empty for what is declared
 *     alone
 */
public record UnitCoverage(
    TestUnit unit, DecidedBy by, String with, boolean assisted, List<String> means) {
  private static final Guidance GUIDANCE = new Guidance();

  public UnitCoverage {
    means = List.copyOf(means);
  }

  /** Every unit of an edition. */
  public static List<UnitCoverage> of(Catalogue catalogue) {
    Checks checks = Checks.load();
    return catalogue.units().values().stream().map(u -> of(catalogue, checks, u)).toList();
  }

  private static UnitCoverage of(Catalogue catalogue, Checks checks, TestUnit unit) {
    Optional<Check> check = checks.check(unit.id(), catalogue);
    Optional<UnitRule> rule = catalogue.rule(unit.id()).filter(r -> r.holds().isPresent());
    if (check.isPresent()) {
      boolean refutes = check.get().refutesOnly();
      return new UnitCoverage(
          unit,
          refutes ? DecidedBy.ASSESSOR : DecidedBy.PROBE,
          Checks.name(check.get()),
          refutes,
          check.get().needs());
    }
    if (rule.isPresent()) {
      boolean whole = rule.get().whole();
      return new UnitCoverage(
          unit,
          whole ? DecidedBy.RULE : DecidedBy.ASSESSOR,
          rule.get().place().file(),
          !whole,
          List.of());
    }
    if (!unit.reuses().isEmpty()) {
      List<UnitCoverage> parts =
          unit.reuses().stream()
              .flatMap(r -> catalogue.unit(r).stream())
              .map(u -> of(catalogue, checks, u))
              .toList();
      DecidedBy weakest =
          parts.stream().map(UnitCoverage::by).max(Enum::compareTo).orElse(DecidedBy.ASSESSOR);
      return new UnitCoverage(
          unit,
          weakest,
          "inherits from " + unit.reuses(),
          weakest == DecidedBy.ASSESSOR && parts.stream().anyMatch(UnitCoverage::helped),
          parts.stream().flatMap(p -> p.means().stream()).distinct().toList());
    }
    List<String> facts =
        GUIDANCE.facts(unit.id()).stream().map(HelpfulFact::key).distinct().toList();
    return new UnitCoverage(unit, DecidedBy.ASSESSOR, "", !facts.isEmpty(), facts);
  }

  private boolean helped() {
    return assisted || by != DecidedBy.ASSESSOR;
  }

  /** {@code PROBE}, {@code RULE}, {@code ASSESSOR_WITH_EVIDENCE} or {@code ASSESSOR}. */
  public String word() {
    return by == DecidedBy.ASSESSOR && assisted ? "ASSESSOR_WITH_EVIDENCE" : by.name();
  }
}
