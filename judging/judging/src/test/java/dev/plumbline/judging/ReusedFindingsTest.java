package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A check is asked again where something has changed that it read, and nowhere else. */
class ReusedFindingsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final String FIRST = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final String SECOND = World.LOGIN + "@1-AuthMech/Auth-2";
  private static final String UPDATES = "7-UpdMech";
  private static final Observation SEEN =
      World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());

  private final World world =
      new World().entry("1-AuthMech", "Auth-2", "description: app login").seen(SEEN);
  private final List<String> asked = new ArrayList<>();
  private String policy = "policy";
  private LocalDate day = DAY;
  private Optional<ReusableFindings> known = Optional.empty();
  private Optional<Engine> engine = Optional.empty();

  /** Binds a check that reads the facts so, and judges once. */
  private void reading(Function<Facts, String> reads) {
    world.check(
        new Scripted.LoginsAreGuarded(
            (item, facts) -> {
              asked.add(item.id().toString());
              return Check.Outcome.undetermined(reads.apply(facts));
            }));
    Catalogue catalogue = world.catalogue();
    engine = Optional.of(new Engine(catalogue, Checks.of(world.checks), new FlagRules()));
    judge(catalogue);
  }

  private Assessment again() {
    return judge(world.catalogue());
  }

  private Assessment judge(Catalogue catalogue) {
    asked.clear();
    CryptoPolicy crypto =
        new CryptoPolicy(policy, LocalDate.of(2026, 11, 1), policy, Map.of(), Digest.of(policy));
    Facts facts = Facts.of(catalogue, world.dossier(), crypto, day);
    ReusableAssessment judged = engine.orElseThrow().assess(facts, known);
    known = Optional.of(judged.findings());
    return judged.assessment();
  }

  @Test
  void nothingIsAskedWhereNothingHasChanged() {
    reading(f -> "Open.");

    again();

    assertThat(asked).isEmpty();
  }

  @Test
  void onlyTheItemWhoseRowHasChangedIsAsked() {
    reading(f -> "Open.");

    world.entry("1-AuthMech", "Auth-2", "description: login by Bluetooth");
    again();

    assertThat(asked).containsExactly(SECOND);
  }

  @Test
  void aRowThatIsNewIsAskedAndOneThatIsGoneIsNot() {
    reading(f -> "Open.");

    world.empty("1-AuthMech").entry("1-AuthMech", "Auth-3", "description: new");
    Assessment after = again();

    assertThat(asked).containsExactly(World.LOGIN + "@1-AuthMech/Auth-3");
    assertThat(after.items().map(i -> i.item().id().toString())).doesNotContain(FIRST, SECOND);
  }

  @Test
  void aTableThatWasReadIsLookedAtAgainOnlyWhenItHasChanged() {
    reading(f -> f.rows(UPDATES).toString());

    world.entry("10-SecParam", "Par-1", "description: another");
    again();
    assertThat(asked).isEmpty();

    world.entry(UPDATES, "Upd-2", "description: by USB");
    Assessment after = again();
    assertThat(asked).containsExactly(FIRST, SECOND);
    assertThat(World.judged(after, SECOND).finding().reason()).contains("by USB");
  }

  @Test
  void aTableThatWasReadInVainAndIsThereNowIsNoticed() {
    world.absent(UPDATES);
    reading(f -> f.rows(UPDATES).size() + " rows");

    world.entry(UPDATES, "Upd-9", "description: by USB");
    Assessment after = again();

    assertThat(World.judged(after, FIRST).finding().reason()).isEqualTo("1 rows");
  }

  @Test
  void whoReadsTheWholeDossierIsAskedAfterEveryChange() {
    reading(f -> f.dossier().ics().toString());

    world.answer("5.5-8", Support.NO, "Not done.");
    again();

    assertThat(asked).containsExactly(FIRST, SECOND);
  }

  /** The second item never computes it, and rests on it all the same. */
  @Test
  void whatFollowedForOneItemCountsAsReadByEachThatUsesIt() {
    reading(f -> f.derived(String.class, "updates", () -> f.rows(UPDATES).toString()));

    world.entry(UPDATES, "Upd-1", "description: by cable");
    Assessment after = again();

    assertThat(asked).containsExactly(FIRST, SECOND);
    assertThat(World.judged(after, SECOND).finding().reason()).contains("by cable");
  }

  private record UpdateNames(List<String> names) {
    static UpdateNames of(Dossier dossier) {
      return new UpdateNames(dossier.ixit().entries(UPDATES).stream().map(IxitEntry::id).toList());
    }
  }

  @Test
  void aConclusionFromTheDeclarationCountsByWhatItSays() {
    reading(f -> f.declared(UpdateNames.class, UpdateNames::of).toString());

    world.entry(UPDATES, "Upd-1", "description: by cable");
    again();
    assertThat(asked).isEmpty();

    world.entry(UPDATES, "Upd-2", "description: by cable");
    again();
    assertThat(asked).containsExactly(FIRST, SECOND);
  }

  @Test
  void evidenceThatWasMissingIsNoticed() {
    Digest file = Digest.of("a report");
    reading(f -> f.isEvidence(file.hex()) ? "true" : "false");

    world.evidence(Digest.of("another"), "1.0");
    again();
    assertThat(asked).isEmpty();

    world.evidence(file, "1.0");
    Assessment after = again();
    assertThat(World.judged(after, FIRST).finding().reason()).isEqualTo("true");
  }

  @Test
  void aNewObservationAsksAllAnew() {
    reading(f -> f.observations("login.mechanism").size() + "");

    world.seen(World.observation("login.mechanism", "tcp/192.0.2.1/22", Map.of()));

    assertThat(World.judged(again(), FIRST).finding().reason()).isEqualTo("2");
  }

  @Test
  void anotherVersionAsksAllAnew() {
    reading(f -> f.observations("login.mechanism").size() + "");

    world.version("1.1");

    assertThat(World.judged(again(), FIRST).finding().reason()).startsWith("0");
  }

  @Test
  void anotherPolicyAsksAllAnew() {
    reading(f -> f.policy().id());

    policy = "stricter";

    assertThat(World.judged(again(), FIRST).finding().reason()).isEqualTo("stricter");
  }

  @Test
  void anotherDayAsksAllAnew() {
    reading(f -> f.day().toString());

    day = DAY.plusDays(1);

    assertThat(World.judged(again(), FIRST).finding().reason()).isEqualTo("2026-11-25");
  }

  @Test
  void whatAnotherEngineKeptIsNotTaken() {
    reading(f -> "Open.");

    engine = Optional.of(new Engine(world.catalogue(), Checks.of(world.checks), new FlagRules()));
    again();

    assertThat(asked).containsExactly(FIRST, SECOND);
  }

  @Test
  void aCheckThatFailedIsAskedAgain() {
    reading(
        f -> {
          throw new IllegalStateException("broken");
        });

    Assessment after = again();

    assertThat(asked).containsExactly(FIRST, SECOND);
    assertThat(World.judged(after, FIRST).finding()).isInstanceOf(Finding.Errored.class);
  }

  @Test
  void aDecisionCountsWithoutAskingAnyCheck() {
    reading(f -> "Open.");
    String item = World.judged(again(), FIRST).item().id().toString();

    world.decide(item, new Finding.Violated("It opens without a password.", "Guard it."));
    Assessment after = again();

    assertThat(World.judged(after, FIRST).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(World.judged(after, FIRST).stale()).isFalse();
    assertThat(asked).isEmpty();
  }

  /** A state of long ago serves as well as the last one. */
  @Test
  void anEarlierStateThatComesBackIsJudgedAsItWas() {
    reading(f -> f.rows(UPDATES).toString());
    Assessment first = again();

    world.entry(UPDATES, "Upd-1", "description: by cable");
    again();
    world.entry(UPDATES, "Upd-1", "description: over the air\nautomatic: true");
    Assessment back = again();

    assertThat(World.judged(back, FIRST).finding()).isEqualTo(World.judged(first, FIRST).finding());
  }

  @Test
  void itemsAreComparedAsTheCheckSawThem() {
    List<TestItem> items = new ArrayList<>();
    world.check(
        new Scripted.MechanismsAreComplete(
            (item, facts) -> {
              items.add(item);
              return Check.Outcome.undetermined("Open.");
            }));
    reading(f -> "Open.");
    items.clear();

    world.noTargets();
    again();

    assertThat(items).isNotEmpty();
  }
}
