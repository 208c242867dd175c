package dev.plumbline.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.scheme.Eligibility.Availability;
import dev.plumbline.scheme.Result.Stand;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped schemes against invented results. */
class ShippedSchemesTest {
  private static final SchemeCatalogue SCHEMES = Schemes.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void noLevelIsEligibleOnProvisionsAlone(EditionId edition) {
    List<Eligibility> all = all(new Result(edition), DAY);
    assertThat(all).hasSize(SCHEMES.schemes().stream().mapToInt(s -> s.levels().size()).sum());
    assertThat(all)
        .allSatisfy(e -> assertThat(e.outcome()).isNotEqualTo(Outcome.ELIGIBLE))
        .allSatisfy(e -> assertThat(e.obstacles().size() + e.unseen().size()).isPositive())
        .allSatisfy(e -> assertThat(e.missing()).as(e.scheme().id()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "eu-red, 18031-1, 2025-07-31, NOT_YET",
    "eu-red, 18031-1, 2025-08-01, YES",
    "eu-cra, reporting, 2026-09-10, NOT_YET",
    "eu-cra, reporting, 2026-09-11, YES",
    "eu-cra, full, 2026-09-11, NOT_YET",
    "eu-cra, full, 2027-12-10, NOT_YET",
    "eu-cra, full, 2027-12-11, YES",
    "uk-psti, law, 2024-04-28, NOT_YET",
    "uk-psti, law, 2024-04-29, YES",
    "au-smart-devices, rules, 2026-03-03, NOT_YET",
    "au-smart-devices, rules, 2026-03-04, YES",
    "fi-label, label, 2026-11-27, CLOSED",
    "us-cyber-trust-mark, mark, 2026-11-27, NOT_OPEN"
  })
  void lawsHoldFromTheirDay(String scheme, String level, LocalDate day, Availability available) {
    Eligibility held = one(new Result(EditionId.named("3.1.3")), scheme, level, day);
    assertThat(held.available()).isEqualTo(available);
    if (available == Availability.NOT_YET || available == Availability.CLOSED) {
      assertThat(held.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    }
  }

  @Test
  void theFinnishLabelAsksWhatARecommendationDeclinedLeavesOpen() {
    Eligibility held =
        one(
            new Result(EditionId.named("3.1.3")).with("5.6-7", Stand.DECLINED),
            "fi-label",
            "label",
            DAY);
    assertThat(held.needs()).hasSize(18);
    assertThat(held.missing()).extracting(Need::asked).containsExactly(new ProvisionId("5.6-7"));
  }

  @Test
  void aFailedPasswordFailsLawAndLabelAlike() {
    Result failed = new Result(EditionId.named("3.1.3")).with("5.1-1", Stand.FAIL);
    for (String[] level :
        List.of(
            new String[] {"uk-psti", "law"},
            new String[] {"sg-cls", "4"},
            new String[] {"de-bsi-label", "label"})) {
      assertThat(one(failed, level[0], level[1], DAY).outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
    }
    assertThat(one(failed, "dekra", "mark", DAY).outcome()).isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void theCheapestNextLevelComesFirstWithWhatElseItCompletes() {
    Result result =
        new Result(EditionId.named("3.1.3"))
            .with("5.2-1", Stand.INCONCLUSIVE)
            .with("5.4-1", Stand.FAIL)
            .with("5.13-1B", Stand.FAIL);
    List<NextLevel> next = NextLevel.among(all(result, DAY));
    assertThat(next).extracting(n -> n.close().size()).isSorted();
    assertThat(ids(next.getFirst().close())).containsExactly("5.2-1");
    assertThat(names(next.getFirst().levels())).contains("uk-psti law", "sg-cls 1");
    assertThat(next.getFirst().also()).isEmpty();
    assertThat(next)
        .filteredOn(n -> names(n.levels()).contains("de-bsi-label label"))
        .singleElement()
        .satisfies(n -> assertThat(ids(n.close())).containsExactly("5.2-1", "5.4-1", "5.13-1B"))
        .satisfies(n -> assertThat(names(n.levels())).contains("sg-cls 4"))
        .satisfies(n -> assertThat(names(n.also())).contains("uk-psti law", "sg-cls 1"));
    assertThat(next)
        .flatExtracting(n -> names(n.levels()))
        .doesNotContain("fi-label label", "dekra mark", "eu-cra full");
  }

  @Test
  void aProductWithoutOpenProvisionsHasNoNextLevel() {
    assertThat(NextLevel.among(all(new Result(EditionId.named("3.1.3")), DAY))).isEmpty();
  }

  private static List<String> ids(List<ProvisionId> provisions) {
    return provisions.stream().map(ProvisionId::value).toList();
  }

  private static List<String> names(List<Eligibility> levels) {
    return levels.stream().map(e -> e.scheme().id() + " " + e.level().id()).toList();
  }

  private static List<Eligibility> all(Result result, LocalDate day) {
    return Eligibilities.of(SCHEMES, Result.EDITIONS, result.assessment(), result.facts(day), day);
  }

  private static Eligibility one(Result result, String scheme, String level, LocalDate day) {
    return all(result, day).stream()
        .filter(e -> e.scheme().id().equals(scheme) && e.level().id().equals(level))
        .findFirst()
        .orElseThrow();
  }
}
