package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.UnitId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.plan.Planner;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped editions, whole. */
class BothEditionsTest {
  private static final CryptoPolicy POLICY =
      new CryptoPolicy("p", LocalDate.of(2026, 1, 1), "p", Map.of(), Digest.of("p"));

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyUnitHasAnItem(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Plan plan = plan(catalogue, FullDossier.of(catalogue, 2, List.of()));
    Set<UnitId> planned = plan.items().map(i -> i.unit().id()).collect(Collectors.toSet());

    assertThat(planned).containsExactlyInAnyOrderElementsOf(catalogue.units().keySet());
    assertThat(plan.items().filter(i -> i.blocked().isPresent())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void reusedUnitsExistAndEveryReappliedItemTakesOver(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Plan plan = plan(catalogue, FullDossier.of(catalogue, 2, List.of()));

    assertThat(catalogue.units().values())
        .flatMap(TestUnit::reuses)
        .isNotEmpty()
        .allMatch(catalogue.units()::containsKey);
    assertThat(catalogue.units().values())
        .filteredOn(u -> u.mode().equals("reapply"))
        .allMatch(u -> !u.reuses().isEmpty());
    assertThat(plan.items().filter(i -> !i.unit().reuses().isEmpty() && !i.emptySelection()))
        .isNotEmpty()
        .allMatch(i -> !i.inherits().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void anEmptyDossierIsInconclusiveEverywhereAndPassesNothing(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Dossier full = FullDossier.of(catalogue, 1, List.of());
    Dossier empty =
        new Dossier(
            full.product(),
            new Ics(Map.of(), Map.of(), Map.of()),
            new Ixit(Map.of()),
            Map.of(),
            List.of(),
            List.of());
    Assessment assessment = judge(catalogue, empty);

    assertThat(assessment.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(assessment.verdicts())
        .containsOnly(Map.entry(Verdict.INCONCLUSIVE, catalogue.groups().size()));
    assertThat(assessment.counts().executed()).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void whenEveryItemOfAPersonHoldsOnlyFunctionalUnitsAreOpen(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Dossier dossier = FullDossier.of(catalogue, 2, List.of());
    List<Decision> decisions =
        judge(catalogue, dossier)
            .items()
            .map(
                i ->
                    new Decision(
                        i.item().id(),
                        new Finding.Holds("Looked at it."),
                        "Ada",
                        World.NOON,
                        i.basisDigest(),
                        List.of()))
            .toList();
    Assessment decided = judge(catalogue, FullDossier.of(catalogue, 2, decisions));

    assertThat(decided.items().filter(Judged::stale)).isEmpty();
    assertThat(decided.items().filter(i -> i.verdict() == Verdict.INCONCLUSIVE))
        .allMatch(i -> i.item().unit().kind() == dev.plumbline.catalogue.Kind.FUNCTIONAL);
    assertThat(decided.items().filter(i -> i.verdict() == Verdict.PASS))
        .allMatch(i -> i.item().unit().kind() == dev.plumbline.catalogue.Kind.CONCEPTUAL);
  }

  private static Plan plan(Catalogue catalogue, Dossier dossier) {
    return Planner.plan(catalogue, dossier, Checks.of(List.of()), new FlagRules());
  }

  private static Assessment judge(Catalogue catalogue, Dossier dossier) {
    return Judge.judge(
        plan(catalogue, dossier),
        Facts.of(catalogue, dossier, POLICY, LocalDate.of(2026, 11, 24)),
        Checks.of(List.of()),
        new FlagRules());
  }
}
