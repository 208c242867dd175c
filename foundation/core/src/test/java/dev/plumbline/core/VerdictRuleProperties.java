package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** The verdict algebra: what no combination of parts may ever do. */
class VerdictRuleProperties {
  /** From worst to best; NOT_APPLICABLE has no place in this order. */
  private static final List<Verdict> ORDER =
      List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS);

  @Property(seed = "20261124")
  void orderDoesNotMatter(
      @ForAll VerdictRule rule, @ForAll List<Verdict> parts, @ForAll Random random) {
    List<Verdict> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, random);

    assertThat(rule.combine(shuffled)).isEqualTo(rule.combine(parts));
  }

  @Property(seed = "20261124")
  void repetitionDoesNotMatter(@ForAll VerdictRule rule, @ForAll @NotEmpty List<Verdict> parts) {
    List<Verdict> twice = new ArrayList<>(parts);
    twice.addAll(parts);

    assertThat(rule.combine(twice)).isEqualTo(rule.combine(parts));
  }

  @Property(seed = "20261124")
  void aPartWithoutAnAnswerNeverMakesAPass(@ForAll VerdictRule rule, @ForAll List<Verdict> parts) {
    Assume.that(rule.combine(parts) != Verdict.PASS);

    assertThat(rule.combine(with(parts, Verdict.INCONCLUSIVE))).isNotEqualTo(Verdict.PASS);
  }

  @Property(seed = "20261124")
  void aPartWithoutAnAnswerNeverImprovesAllOf(@ForAll @NotEmpty List<Verdict> parts) {
    Verdict before = VerdictRule.ALL_OF.combine(parts);
    Verdict after = VerdictRule.ALL_OF.combine(with(parts, Verdict.INCONCLUSIVE));

    assertThat(after).isIn(before == Verdict.FAIL ? List.of(Verdict.FAIL) : notBetter());
  }

  @Property(seed = "20261124")
  void allOfPassesOnlyWhenSomethingPassesAndNothingElseIsSaid(@ForAll List<Verdict> parts) {
    boolean allGood =
        parts.contains(Verdict.PASS)
            && !parts.contains(Verdict.FAIL)
            && !parts.contains(Verdict.INCONCLUSIVE);

    assertThat(VerdictRule.ALL_OF.combine(parts) == Verdict.PASS).isEqualTo(allGood);
  }

  @Property(seed = "20261124")
  void anyOfPassesOnlyWhenOnePasses(@ForAll List<Verdict> parts) {
    assertThat(VerdictRule.ANY_OF.combine(parts) == Verdict.PASS)
        .isEqualTo(parts.contains(Verdict.PASS));
  }

  @Property(seed = "20261124")
  void aBetterPartNeverMakesTheWholeWorse(
      @ForAll VerdictRule rule,
      @ForAll List<Verdict> rest,
      @ForAll Verdict part,
      @ForAll Verdict better) {
    Assume.that(ORDER.contains(part) && ORDER.indexOf(better) >= ORDER.indexOf(part));

    assertThat(ORDER.indexOf(rule.combine(with(rest, better))))
        .isGreaterThanOrEqualTo(ORDER.indexOf(rule.combine(with(rest, part))));
  }

  @Property(seed = "20261124")
  void partsThatDoNotApplyAreLeftOut(
      @ForAll VerdictRule rule, @ForAll @Size(min = 1, max = 6) List<Verdict> parts) {
    List<Verdict> applying = parts.stream().filter(v -> v != Verdict.NOT_APPLICABLE).toList();

    assertThat(rule.combine(parts))
        .isEqualTo(applying.isEmpty() ? Verdict.NOT_APPLICABLE : rule.combine(applying));
  }

  @Property(seed = "20261124")
  void combiningInStepsIsCombiningAtOnce(
      @ForAll VerdictRule rule,
      @ForAll @NotEmpty List<Verdict> left,
      @ForAll @NotEmpty List<Verdict> right) {
    List<Verdict> all = new ArrayList<>(left);
    all.addAll(right);

    assertThat(rule.combine(List.of(rule.combine(left), rule.combine(right))))
        .isEqualTo(rule.combine(all));
  }

  private static List<Verdict> notBetter() {
    return List.of(Verdict.FAIL, Verdict.INCONCLUSIVE);
  }

  private static List<Verdict> with(List<Verdict> parts, Verdict more) {
    List<Verdict> all = new ArrayList<>(parts);
    all.add(more);
    return all;
  }
}
