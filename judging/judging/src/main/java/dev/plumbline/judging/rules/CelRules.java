package dev.plumbline.judging.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.Words;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.RuleEvaluator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules in CEL. Nothing is compiled before it is asked for, and nothing twice.
 *
 * <p>An absent cell is unknown, and what depends on it is unknown, by the logic of CEL: {@code
 * false && unknown} is false, {@code true && unknown} is unknown.
 */
public final class CelRules implements RuleEvaluator {
  /** Id of the problem that a rule does not compile. */
  public static final String PROBLEM = "PLB-9020";

  private static final CelFunctionResolver NO_POLICY = CelLateFunctionBindings.from(List.of());

  /** Of the shipped editions; rules of a profile are compiled for their dossier alone. */
  private static final Map<EditionId, Workshop> SHIPPED = new ConcurrentHashMap<>();

  private final Catalogue catalogue;
  private final Workshop workshop;
  private final Optional<Rows> rows;

  private CelRules(Catalogue catalogue, Workshop workshop, Optional<Rows> rows) {
    this.catalogue = catalogue;
    this.workshop = workshop;
    this.rows = rows;
  }

  /** The rules of a catalogue. Costs next to nothing until a rule is evaluated. */
  public static CelRules of(Catalogue catalogue) {
    return new CelRules(catalogue, workshop(catalogue), Optional.empty());
  }

  private static Workshop workshop(Catalogue catalogue) {
    return CatalogueLoader.isShipped(catalogue)
        ? SHIPPED.computeIfAbsent(catalogue.edition().id(), _ -> new Workshop(catalogue))
        : new Workshop(catalogue);
  }

  @Override
  public RuleEvaluator over(Dossier dossier) {
    return new CelRules(
        catalogue, workshop, Optional.of(new Rows(catalogue, workshop.tables(), dossier)));
  }

  /** Compiles every rule of a catalogue and tells each that is wrong. */
  public static List<Problem> problems(Catalogue catalogue) {
    return problems(catalogue, catalogue.rules().values());
  }

  /** Compiles these rules against a catalogue and tells each that is wrong. */
  public static List<Problem> problems(Catalogue catalogue, Collection<UnitRule> rules) {
    RuleCompiler compiler = new RuleCompiler(catalogue, Words.load());
    List<Problem> problems = new ArrayList<>();
    for (UnitRule rule : rules) {
      for (Map.Entry<String, Optional<String>> part : parts(rule)) {
        try {
          part.getValue().ifPresent(text -> compiler.compile(rule, part.getKey(), text));
        } catch (RuleException e) {
          problems.add(e.problem());
        }
      }
    }
    return List.copyOf(problems);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the rule does not compile, which the build of the catalogue
   *     rules out
   */
  @Override
  public Optional<Boolean> selects(
      UnitRule rule, Optional<IxitEntry> entry, Optional<IxitEntry> second, Dossier dossier) {
    if (rule.select().isEmpty()) {
      return Optional.of(true);
    }
    try {
      Expression select = workshop.compiler().compile(rule, "select", rule.select().get());
      return select.value(subject(rule, entry, second, dossier), NO_POLICY);
    } catch (RuleException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (CelEvaluationException e) {
      return Optional.empty();
    }
  }

  @Override
  public Finding evaluate(
      UnitRule rule,
      Optional<IxitEntry> entry,
      Optional<IxitEntry> second,
      Dossier dossier,
      CryptoPolicy policy,
      LocalDate day) {
    if (rule.holds().isEmpty()) {
      return new Finding.Undetermined("The rule only selects; a person decides.");
    }
    try {
      RuleCompiler compiler = workshop.compiler();
      return new Judgement(
              rule,
              subject(rule, entry, second, dossier),
              policy,
              day,
              workshop.functions(policy, day))
          .finding(
              rule.known().map(k -> compiler.compile(rule, "known", k)),
              compiler.compile(rule, "holds", rule.holds().get()));
    } catch (RuleException | CelEvaluationException e) {
      return new Finding.Errored("The rule of unit " + rule.unit() + " failed: " + e.getMessage());
    }
  }

  private RuleSubject subject(
      UnitRule rule, Optional<IxitEntry> entry, Optional<IxitEntry> second, Dossier dossier) {
    Rows declared = rows(dossier);
    Optional<IxitEntry> first =
        entry.or(
            () ->
                catalogue
                    .unit(rule.unit())
                    .flatMap(TestUnit::table)
                    .flatMap(catalogue::table)
                    .filter(IxitTable::single)
                    .flatMap(t -> declared.record(t.id())));
    return new RuleSubject(
        first.map(declared::row).orElseGet(SelectableFields::none),
        second.map(declared::row).orElseGet(SelectableFields::none),
        declared);
  }

  private Rows rows(Dossier dossier) {
    return rows.filter(r -> r.isOf(dossier))
        .orElseGet(() -> new Rows(catalogue, workshop.tables(), dossier));
  }

  private static List<Map.Entry<String, Optional<String>>> parts(UnitRule rule) {
    return List.of(
        Map.entry("select", rule.select()),
        Map.entry("known", rule.known()),
        Map.entry("holds", rule.holds()));
  }
}
