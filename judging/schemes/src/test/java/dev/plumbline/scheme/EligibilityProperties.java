package dev.plumbline.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.ProvisionSet.Selection;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.scheme.Result.Stand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Knowing less, or worse, never makes a product eligible for more. */
class EligibilityProperties {
  private static final SchemeCatalogue SCHEMES = Schemes.load();
  private static final List<Stand> STANDS = List.of(Stand.values());
  private static final LocalDate DAY = LocalDate.of(2027, 12, 11);

  @Provide
  Arbitrary<EditionId> editions() {
    return Arbitraries.of(EditionId.all());
  }

  @Property(tries = 150, seed = "20261127")
  void aNewFailureOrOpenProvisionImprovesNothing(
      @ForAll("editions") EditionId edition,
      @ForAll @Size(78) List<@IntRange(min = 0, max = 150) Integer> picks,
      @ForAll @IntRange(min = 0, max = 77) int at,
      @ForAll boolean fails) {
    List<ProvisionId> ids = List.copyOf(Result.edition(edition).provisions().keySet());
    ProvisionId changed = ids.get(at % ids.size());
    Stand before = stand(picks.get(at % ids.size()));
    // An open provision in place of a failed one is better; only the other way round is asked.
    Stand after = fails || isFailed(before) ? Stand.FAIL : Stand.INCONCLUSIVE;

    List<Eligibility> held = held(result(edition, ids, picks).with(changed.value(), before));
    List<Eligibility> worse = held(result(edition, ids, picks).with(changed.value(), after));

    for (int i = 0; i < held.size(); i++) {
      assertThat(worse.get(i).outcome())
          .as("%s %s after %s", worse.get(i).scheme().id(), worse.get(i).level().id(), changed)
          .isLessThanOrEqualTo(held.get(i).outcome());
      assertThat(worse.get(i).missing().size())
          .isGreaterThanOrEqualTo(held.get(i).missing().size());
    }
  }

  @Property(tries = 100, seed = "20261127")
  void anInventedLevelIsEligibleExactlyWhenAllThatItAsksIsMet(
      @ForAll @Size(78) List<@IntRange(min = 0, max = 150) Integer> picks) {
    List<ProvisionId> ids =
        List.copyOf(Result.edition(EditionId.named("3.1.3")).provisions().keySet());
    List<ProvisionId> asked = ids.subList(0, 20);
    Result result = result(EditionId.named("3.1.3"), ids, picks);
    boolean met =
        picks.subList(0, 20).stream()
            .map(EligibilityProperties::stand)
            .allMatch(s -> s == Stand.PASS || s == Stand.CONFIRMED || s == Stand.ABSENT);
    Eligibility held =
        Invented.asking(asked.stream().map(ProvisionId::value).toArray(String[]::new)).held(result);
    assertThat(held.outcome() == Outcome.ELIGIBLE).isEqualTo(met);
  }

  private static boolean isFailed(Stand stand) {
    return stand == Stand.FAIL || stand == Stand.REFUSED || stand == Stand.DECLINED;
  }

  private static Stand stand(int pick) {
    return pick < STANDS.size() ? STANDS.get(pick) : Stand.PASS;
  }

  private static Result result(EditionId edition, List<ProvisionId> ids, List<Integer> picks) {
    Result result = new Result(edition);
    for (int i = 0; i < ids.size(); i++) {
      result.with(ids.get(i).value(), stand(picks.get(i)));
    }
    return result;
  }

  /** Every shipped level, and invented ones that can be eligible. */
  private static List<Eligibility> held(Result result) {
    List<Eligibility> all =
        new ArrayList<>(
            Eligibilities.of(
                SCHEMES, Result.EDITIONS, result.assessment(), result.facts(DAY), DAY));
    for (EditionId numbering : EditionId.all()) {
      Invented invented = Invented.asking("5.1-1").numbered(numbering);
      all.add(invented.held(result));
      all.add(invented.selecting(Selection.MANDATORY).held(result));
      all.add(invented.selecting(Selection.ANSWERED).held(result));
    }
    return all;
  }
}
