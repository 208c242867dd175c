package dev.plumbline.insight.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Verdict;
import dev.plumbline.insight.portfolio.LevelStanding.Level;
import dev.plumbline.insight.portfolio.Portfolio.CommonFailure;
import dev.plumbline.insight.portfolio.Portfolio.Readiness;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.scheme.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Level LEVEL = new Level("a-scheme", "basic");

  @Test
  void aDossierWithErrorsIsInNoVerdict() {
    Portfolio portfolio =
        portfolio(
            product("a", Verdict.FAIL, "2030-01-01"), new UnjudgedProduct("b", 3, "ics.yaml:1"));
    assertThat(portfolio.verdicts()).isEqualTo(Map.of(Verdict.FAIL, 1));
    assertThat(portfolio.unjudged()).extracting(UnjudgedProduct::folder).containsExactly("b");
  }

  @Test
  void whatMostProductsFailComesFirst() {
    Portfolio portfolio =
        portfolio(
            failing("3.1.3", "5.1-1", "5.6-1"),
            failing("3.1.3", "5.6-1"),
            failing("2.1.1", "5.6-1"));
    assertThat(portfolio.commonFailures())
        .containsExactly(
            new CommonFailure("3.1.3", new ProvisionId("5.6-1"), 2),
            new CommonFailure("3.1.3", new ProvisionId("5.1-1"), 1),
            new CommonFailure("2.1.1", new ProvisionId("5.6-1"), 1));
  }

  @Test
  void provisionsThatAreMetDoNotMakeAProductEligible() {
    Portfolio portfolio =
        portfolio(
            ready(Outcome.ELIGIBLE, 3, 0, 3),
            ready(Outcome.CANNOT_TELL, 3, 0, 3),
            ready(Outcome.CANNOT_TELL, 2, 0, 3),
            ready(Outcome.CANNOT_TELL, 0, 0, 0),
            ready(Outcome.NOT_ELIGIBLE, 3, 0, 3));
    assertThat(portfolio.readiness()).containsExactly(new Readiness(LEVEL, 1, 1, 0, 2, 1));
  }

  @Test
  void aSearchThatNobodyConfirmedMeetsNoProvisionAndIsToldApart() {
    Portfolio portfolio =
        portfolio(
            ready(Outcome.CANNOT_TELL, 2, 1, 3),
            ready(Outcome.CANNOT_TELL, 1, 1, 3),
            ready(Outcome.NOT_ELIGIBLE, 2, 1, 3));
    assertThat(portfolio.readiness()).containsExactly(new Readiness(LEVEL, 0, 0, 1, 1, 1));
  }

  @Test
  void theItemsOfAllProductsAreCountedByWhatStandsBehindThem() {
    Portfolio portfolio =
        portfolio(
            product("a", Verdict.PASS, ""),
            product("b", Verdict.FAIL, ""),
            new UnjudgedProduct("c", 1, "ics.yaml:1"));
    assertThat(portfolio.counts()).isEqualTo(new Counts(20, 18, 16, 14, 10, 4, 6, 2));
  }

  @Test
  void supportIsShownByItsEndAndWhatIsNotDeclaredIsCounted() {
    Portfolio portfolio =
        portfolio(
            product("late", Verdict.PASS, "2031-01-01"),
            product("soon", Verdict.PASS, "2027-01-01"),
            product("ended", Verdict.PASS, "2026-01-01"),
            product("undeclared", Verdict.PASS, ""));
    assertThat(portfolio.supportEndingBy(LocalDate.of(2027, 1, 1)))
        .extracting(JudgedProduct::folder)
        .containsExactly("ended", "soon");
    assertThat(portfolio.withoutSupportEnd()).isEqualTo(1);
  }

  @Test
  void productsWhoseResultsWentStaleAreNamed() {
    Portfolio portfolio = portfolio(stale("a", 0, 0), stale("b", 1, 0), stale("c", 0, 1));
    assertThat(portfolio.stale()).extracting(JudgedProduct::folder).containsExactly("b", "c");
  }

  private static JudgedProduct stale(String folder, int decisions, int outdated) {
    JudgedProduct p = product(folder, Verdict.PASS, "");
    return new JudgedProduct(
        p.folder(),
        p.name(),
        p.model(),
        p.softwareVersion(),
        p.edition(),
        p.verdict(),
        p.verdicts(),
        p.declined(),
        p.counts(),
        p.failed(),
        p.contradictions(),
        decisions,
        outdated,
        p.supportEnds(),
        p.levels());
  }

  private static Portfolio portfolio(PortfolioEntry... entries) {
    return new Portfolio(DAY, List.of(entries));
  }

  private static JudgedProduct product(String folder, Verdict verdict, String supportEnds) {
    return product(
        folder,
        "3.1.3",
        verdict,
        List.of(),
        supportEnds.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(supportEnds)),
        List.of());
  }

  private static JudgedProduct failing(String edition, String... provisions) {
    return product(
        "a",
        edition,
        Verdict.FAIL,
        List.of(provisions).stream().map(ProvisionId::new).toList(),
        Optional.empty(),
        List.of());
  }

  private static JudgedProduct ready(Outcome outcome, int met, int searched, int asked) {
    return product(
        "a",
        "3.1.3",
        Verdict.INCONCLUSIVE,
        List.of(),
        Optional.empty(),
        List.of(new LevelStanding(LEVEL, outcome, met, searched, asked)));
  }

  private static JudgedProduct product(
      String folder,
      String edition,
      Verdict verdict,
      List<ProvisionId> failed,
      Optional<LocalDate> supportEnds,
      List<LevelStanding> levels) {
    return new JudgedProduct(
        folder,
        "Maker Camera",
        "C-1",
        "1.0",
        edition,
        verdict,
        Map.of(verdict, 1),
        0,
        new Counts(10, 9, 8, 7, 5, 2, 3, 1),
        failed,
        0,
        0,
        0,
        supportEnds,
        levels);
  }
}
