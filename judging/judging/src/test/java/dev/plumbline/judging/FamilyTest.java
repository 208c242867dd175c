package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.Family;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Support;
import dev.plumbline.dossier.signed.Team;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.fact.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of its base's results a variant inherits, and what never. */
class FamilyTest {
  private static final String LOGIN = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final String PAPER = World.GENERATED + "@1-AuthMech/Auth-1";
  private static final String TRAFFIC = World.TRAFFIC + "@11-SecComMech/Com-1";
  private static final Finding HOLDS = new Finding.Holds("Guesses are slowed down.");
  private static final Finding BAD = new Finding.Violated("It is open.", "Close it.");
  private static final Observation SEEN =
      World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());

  private final World base = new World();
  private final World variant = new World().noTargets();
  private Optional<String> distrust = Optional.empty();

  private FamilyTest baseFinds(Finding finding) {
    base.seen(SEEN);
    return checkFinds(finding);
  }

  /** The same check for both; it finds what it is told where something was seen. */
  private FamilyTest checkFinds(Finding finding) {
    Bound check =
        new Scripted.LoginsAreGuarded(
            (i, f) ->
                f.observations("login.mechanism").isEmpty()
                    ? Check.Outcome.of(new Finding.Undetermined("Nobody looked."), List.of())
                    : Check.Outcome.of(finding, f.observations("login.mechanism")));
    base.check(check);
    variant.check(check);
    return this;
  }

  private Assessment judge(String... results) {
    Place place = new Place("product.yaml", 7, 9);
    List<Extension.Result> named =
        List.of(results).stream().map(r -> new Extension.Result(r, place)).toList();
    Extension extension =
        new Extension(
            "../base",
            "The same board.",
            List.of("casing"),
            named.isEmpty()
                ? List.of()
                : List.of(new Extension.Carried(named, "The same firmware.", place)),
            List.of(),
            place);
    Dossier own = variant.dossier();
    Dossier tied =
        new Dossier(
            own.product(),
            own.ics(),
            own.ixit(),
            own.evidence(),
            own.observations(),
            own.decisions(),
            own.waivers(),
            own.schemeEvidence(),
            Optional.of(new Family(extension, base.dossier(), distrust)),
            Map.of(),
            Team.NONE);
    CryptoPolicy policy =
        new CryptoPolicy("policy", LocalDate.of(2026, 11, 1), "p", Map.of(), Digest.of("policy"));
    Catalogue catalogue = variant.catalogue();
    return new Engine(catalogue, Checks.of(variant.checks), new FlagRules())
        .assess(Facts.of(catalogue, tied, policy, LocalDate.of(2026, 11, 24)));
  }

  private Judged judged(String item, String... results) {
    return World.judged(judge(results), item);
  }

  private static void isNotInherited(Judged item, String why) {
    assertThat(item.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(item.inherited()).isFalse();
    assertThat(item.finding().reason()).contains("Not inherited from Camera C1").contains(why);
    assertThat(item.heritage().flatMap(InheritedResult::refusal)).isPresent();
  }

  @Test
  void whatProductYamlDoesNotNameIsNotInherited() {
    baseFinds(HOLDS);

    assertThat(judged(LOGIN).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged(LOGIN, "5.3", "5.1-4", World.COMPLETE).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge().family().orElseThrow().inherited()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.1", "5.1-1", World.LOGIN})
  void aNamedResultIsInheritedAndSaysFromWhomAndWhy(String named) {
    Judged item = baseFinds(HOLDS).judged(LOGIN, named);

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.inherited()).isTrue();
    assertThat(item.executed()).isFalse();
    assertThat(item.by()).isEqualTo(DecidedBy.PROBE);
    assertThat(item.basis()).containsExactly(SEEN);
    assertThat(item.finding().reason())
        .isEqualTo(
            "Inherited from Camera C1 (software 1.0), because: The same firmware. There: Guesses"
                + " are slowed down.");
    assertThat(item.trace())
        .anyMatch(s -> s.stage().equals("inheritance") && s.where().equals("product.yaml:7:9"))
        .anyMatch(s -> s.stage().equals("observation") && s.where().startsWith("../base/evidence"));
  }

  @Test
  void theFirstPageCountsWhatWasInherited() {
    Assessment result = baseFinds(HOLDS).judge("5.1-1");

    assertThat(result.family().orElseThrow().inherited()).isEqualTo(1);
    assertThat(result.counts().executed()).isZero();
    assertThat(result.remarks())
        .anyMatch(r -> r.contains("variant of Camera C1") && r.contains("casing"))
        .anyMatch(r -> r.startsWith("1 result was inherited"));
    assertThat(Status.of(result).lines()).anyMatch(l -> l.startsWith("1 result was inherited"));
  }

  @Test
  void anotherSoftwareVersionInheritsNothingAndSaysSo() {
    variant.version("1.1");

    isNotInherited(baseFinds(HOLDS).judged(LOGIN, "5.1"), "software version is 1.0");
    assertThat(judge("5.1").remarks()).anyMatch(r -> r.contains("not carry over"));
  }

  @Test
  void anotherDeviceStateInheritsNothing() {
    variant.state("factory-default");

    isNotInherited(baseFinds(HOLDS).judged(LOGIN, "5.1"), "device state");
  }

  @Test
  void aRowThatIsAnotherInheritsNothing() {
    variant.entry("1-AuthMech", "Auth-1", "description: another login\nendpoints: [tcp/8443]");

    isNotInherited(baseFinds(HOLDS).judged(LOGIN, "5.1"), "1-AuthMech/Auth-1");
  }

  @Test
  void anAnswerThatIsAnotherInheritsNothing() {
    variant.answer("5.1-1", Support.YES, "Done in another way.");

    isNotInherited(baseFinds(HOLDS).judged(LOGIN, "5.1"), "the ICS says something else on 5.1-1");
  }

  @Test
  void aBaseThatIsNotReliedOnHandsNothingOver() {
    distrust = Optional.of("its record is not sound");

    isNotInherited(baseFinds(HOLDS).judged(LOGIN, "5.1"), "its record is not sound");
  }

  @Test
  void whatWasLookedAtOnTheVariantIsNotOverruledEvenWithoutAnAnswer() {
    variant.seen(World.unanswered("login.mechanism", "tcp/192.0.2.7/8443", "It is silent."));
    Judged item = baseFinds(HOLDS).judged(LOGIN, "5.1");

    assertThat(item.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(item.heritage()).isEmpty();
  }

  /** Seen on both; the variant fails where the base passes. */
  private void variantAloneFails() {
    variant.seen(SEEN);
    Bound check =
        new Scripted.LoginsAreGuarded(
            (i, f) ->
                Check.Outcome.of(
                    f.dossier().family().isPresent() ? BAD : HOLDS,
                    f.observations("login.mechanism")));
    base.seen(SEEN).check(check);
    variant.check(check);
  }

  @Test
  void theVariantsOwnFailureStands() {
    variantAloneFails();
    Judged item = judged(LOGIN, "5.1");
    assertThat(item.finding()).isEqualTo(BAD);
    assertThat(item.inherited()).isFalse();
  }

  @Test
  void aFailureSeenWhereTheBasePassesRefutesTheReason() {
    variantAloneFails();
    base.decide(PAPER, HOLDS);

    isNotInherited(judged(PAPER, "5.1"), LOGIN + " is worse than the base's");
    assertThat(judged(PAPER, World.GENERATED).inherited()).isTrue();
  }

  @Test
  void aFailureOfTheBaseIsInheritedToo() {
    Judged item = baseFinds(BAD).judged(LOGIN, "5.1");

    assertThat(item.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(item.inherited()).isTrue();
    assertThat(((Finding.Violated) item.finding()).remedy()).isEqualTo("Close it.");
    assertThat(judge("5.1").flawsSeen()).as("seen on this product").isEmpty();
  }

  @Test
  void whoseViolationItIsIsNotReadOffItsWords() {
    baseFinds(BAD);
    Judged source = judged(LOGIN, "5.1");
    Finding sameWords = new Finding.Violated(source.finding().reason(), "Close it.");

    assertThat(source.inherited()).isTrue();
    assertThat(Carrying.through(sameWords, Optional.empty(), List.of(source))).isEmpty();
    assertThat(Carrying.through(BAD, Optional.of(source.item().id()), List.of(source))).isPresent();
  }

  @Test
  void aDecisionThatDoesNotCountHidesNoFailureOfTheBase() {
    baseFinds(BAD);
    variant.decide(LOGIN, HOLDS);

    assertThat(judged(LOGIN, "5.1").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aDecisionOnTheVariantOutranksTheBase() {
    baseFinds(BAD);
    variant.decide(LOGIN, HOLDS, World.EVIDENCE);
    Judged item = judged(LOGIN, "5.1");

    assertThat(item.finding()).isEqualTo(HOLDS);
    assertThat(item.inherited()).isFalse();
  }

  @Test
  void aDecisionOfAPersonCarriesOver() {
    base.decide(PAPER, HOLDS);
    Judged item = judged(PAPER, "5.1");

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.inherited()).isTrue();
    assertThat(item.decision().orElseThrow().by()).isEqualTo("Ada");
    assertThat(Explanation.of(judge("5.1"), ItemId.parse(PAPER)))
        .anyMatch(l -> l.contains("a person of Camera C1 (software 1.0), inherited"));
  }

  @Test
  void aDecisionThatIsStaleOnTheBaseDoesNotCarryOver() {
    base.decide(PAPER, HOLDS);
    base.entry("1-AuthMech", "Auth-1", "description: new");
    variant.entry("1-AuthMech", "Auth-1", "description: new");

    assertThat(judged(PAPER, "5.1").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void anObservationOfAnotherVersionOfTheBaseDoesNotCarryOver() {
    base.seen(
        World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of(), Map.of(), "0.9"));

    assertThat(checkFinds(HOLDS).judged(LOGIN, "5.1").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatTakesOverAnInheritedResultIsInheritedToo() {
    Observation seen = World.observation("tls.versions", "tcp/192.0.2.1/8443", Map.of());
    base.seen(seen);
    Bound check =
        new Scripted.TrafficIsAsDeclared(
            (i, f) ->
                f.observations("tls.versions").isEmpty()
                    ? Check.Outcome.of(new Finding.Undetermined("Nobody looked."), List.of())
                    : Check.Outcome.of(HOLDS, f.observations("tls.versions")));
    base.check(check);
    variant.check(check);
    Assessment result = judge("5.5-1");

    assertThat(World.judged(result, TRAFFIC).inherited()).isTrue();
    List<Judged> through =
        result
            .items()
            .filter(i -> i.item().inherits().contains(ItemId.parse(TRAFFIC)))
            .filter(i -> i.verdict() == Verdict.PASS)
            .toList();
    assertThat(through)
        .isNotEmpty()
        .allMatch(Judged::inherited)
        .allMatch(
            i -> i.finding().reason().startsWith("Rests on results inherited from Camera C1"));
  }

  @Test
  void whatARuleDecidesIsJudgedAgain() {
    base.rule(World.UPDATE_A, "", "automatic", true)
        .decide(World.UPDATE_A + "@7-UpdMech/Upd-1", HOLDS);
    variant.rule(World.UPDATE_A, "", "automatic", true);
    Judged item = judged(World.UPDATE_A + "@7-UpdMech/Upd-1", "5.3");

    assertThat(item.by()).isEqualTo(DecidedBy.RULE);
    assertThat(item.inherited()).isFalse();
  }
}
