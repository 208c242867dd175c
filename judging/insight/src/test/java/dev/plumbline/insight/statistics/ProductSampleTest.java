package dev.plumbline.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Product;
import dev.plumbline.insight.statistics.ProductSample.ProvisionSample;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.CaseResult;
import dev.plumbline.judging.Conclusion;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.judging.traffic.TrafficSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leaves a product for statistics, and what stays. */
class ProductSampleTest {
  private static final Catalogue EDITION = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static final Product PRODUCT =
      new Product(
          "3.1.3",
          " Example \n  DEVICES ",
          "Camera",
          "C1",
          "A",
          "1.0",
          "U-1",
          "initialized",
          "S1",
          "",
          List.of(),
          Optional.empty(),
          List.of(),
          new Product.LoginBudget(0, 0),
          List.of(),
          List.of(),
          Place.of("product.yaml"));

  private static TestUnit unit(String provision, int number) {
    return group(provision).cases().stream().flatMap(c -> c.units().stream()).toList().get(number);
  }

  private static TestGroup group(String provision) {
    return Optional.ofNullable(EDITION.groups().get(new ProvisionId(provision))).orElseThrow();
  }

  private static Judged judged(TestUnit unit, Finding finding) {
    return new Judged(
        new TestItem(
            new ItemId(unit.id(), ItemId.DUT),
            unit,
            Optional.empty(),
            Optional.empty(),
            false,
            DecidedBy.PROBE,
            List.of(),
            Optional.empty()),
        finding,
        DecidedBy.PROBE,
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        List.of(),
        List.of(),
        Digest.of("x"),
        List.of());
  }

  private static GroupResult result(
      String provision, Standing standing, Optional<Verdict> verdict, Judged... items) {
    TestGroup group = group(provision);
    UnitResult units =
        new UnitResult(unit(provision, 0), Verdict.INCONCLUSIVE, Counts.NONE, List.of(items));
    return new GroupResult(
        EDITION.provision(group.id()).orElseThrow(),
        group,
        Optional.empty(),
        standing,
        verdict,
        "Feature a is absent.",
        Counts.NONE,
        List.of(
            new CaseResult(
                group.cases().getFirst(), Verdict.INCONCLUSIVE, Counts.NONE, List.of(units))));
  }

  private static ProductSample sample(List<Decision> decisions, GroupResult... groups) {
    Dossier dossier =
        new Dossier(
            PRODUCT,
            new Ics(Map.of(), Map.of(), Map.of()),
            new Ixit(Map.of()),
            Map.of(),
            List.of(),
            decisions);
    return ProductSample.of(
        dossier,
        new Assessment(
            PRODUCT,
            EDITION,
            CryptoPolicies.load(),
            Verdict.INCONCLUSIVE,
            Map.of(),
            Counts.NONE,
            List.of(
                new SectionResult(
                    EDITION.edition().sections().getFirst(),
                    Optional.empty(),
                    Counts.NONE,
                    List.of(groups))),
            List.of(),
            List.of(),
            new TrafficSeen.None("no capture")));
  }

  private static ProvisionSample of(GroupResult group) {
    return sample(List.of(), group).provisions().getFirst();
  }

  @Test
  void oneMakerInTwoSpellingsIsOne() {
    ProductSample sample = sample(List.of());
    assertThat(sample.maker()).isEqualTo("example devices");
    assertThat(sample.edition()).isEqualTo("3.1.3");
    assertThat(sample.provisions()).isEmpty();
  }

  @Test
  void whatStandsBehindAPassAndWhatIsUndecidedIsTold() {
    ProvisionSample passed = of(result("5.1-1", Standing.CLAIMED, Optional.of(Verdict.PASS)));
    assertThat(passed.provision()).hasToString("5.1-1");
    assertThat(passed.mandatory()).isTrue();
    assertThat(passed.answer()).isEqualTo(ProvisionOutcome.PASS);
    assertThat(passed.rests()).contains(Conclusion.PROVED);
    assertThat(passed.absence()).isEmpty();
    assertThat(passed.effort()).isEmpty();
    assertThat(of(result("5.1-1", Standing.UNSETTLED, Optional.of(Verdict.INCONCLUSIVE))).rests())
        .contains(Conclusion.OPEN);
  }

  @Test
  void ofAFailureADeclineAndNotApplicableNothingMoreIsTold() {
    ProvisionSample failed =
        of(
            result(
                "5.1-1",
                Standing.CLAIMED,
                Optional.of(Verdict.FAIL),
                judged(unit("5.1-1", 0), new Finding.Violated("It is open.", "Close it."))));
    assertThat(failed.answer()).isEqualTo(ProvisionOutcome.FAIL);
    assertThat(failed.rests()).isEmpty();
    assertThat(failed.absence()).isEmpty();

    ProvisionSample declined = of(result("5.1-1", Standing.DECLINED, Optional.empty()));
    assertThat(declined.answer()).isEqualTo(ProvisionOutcome.DECLINED);
    assertThat(declined.rests()).isEmpty();
    assertThat(declined.absence()).isEmpty();

    ProvisionSample none =
        of(result("5.1-1", Standing.NOT_APPLICABLE, Optional.of(Verdict.NOT_APPLICABLE)));
    assertThat(none.answer()).isEqualTo(ProvisionOutcome.NOT_APPLICABLE);
    assertThat(none.rests()).isEmpty();
    assertThat(none.absence()).contains("Feature a is absent.");
  }

  private static Decision decision(TestUnit unit, int minute) {
    return new Decision(
        new ItemId(unit.id(), ItemId.DUT),
        new Finding.Holds("fine"),
        "Ada",
        NOON.plusSeconds(60L * minute),
        Digest.of("basis"),
        List.of());
  }

  @Test
  void theTimeOfAllDecisionsOnAProvisionIsAddedUp() {
    Finding fine = new Finding.Holds("fine");
    TestUnit first = unit("5.1-1", 0);
    TestUnit second = unit("5.1-1", 1);
    TestUnit other = unit("5.1-2", 0);
    List<ProvisionSample> told =
        sample(
                List.of(decision(other, 0), decision(first, 4), decision(second, 11)),
                result(
                    "5.1-1",
                    Standing.CLAIMED,
                    Optional.of(Verdict.PASS),
                    judged(first, fine),
                    judged(second, fine)),
                result("5.1-2", Standing.CLAIMED, Optional.of(Verdict.PASS), judged(other, fine)))
            .provisions();
    assertThat(told.get(0).effort()).contains(Duration.ofMinutes(11));
    assertThat(told.get(1).effort()).as("the first of a sitting").isEmpty();
  }
}
