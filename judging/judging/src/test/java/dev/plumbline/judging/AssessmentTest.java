package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.fact.Contradiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentTest {
  private static final String LOGIN = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final String TRAFFIC = World.TRAFFIC + "@11-SecComMech/Com-1";
  private static final Finding BAD = new Finding.Violated("It is open.", "Close it.");
  private static final Observation SEEN =
      World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of());

  private static Bound logins(Contradiction... contradictions) {
    return new Scripted.LoginsAreGuarded(
        (i, f) -> new Check.Outcome(BAD, List.of(SEEN), List.of(contradictions)));
  }

  private static List<String> flawed(World world) {
    return world.judge().flawsSeen().stream().map(f -> f.item().toString()).toList();
  }

  @Test
  void whatTheDeviceShowsStandsBeforeWhatTheDeclarationShows() {
    World world =
        new World().seen(SEEN).check(logins()).rule(World.GENERATED, "", "generated", true);
    world.entry("1-AuthMech", "Auth-1", "generated: false\nendpoints: [tcp/8443]");

    assertThat(flawed(world)).containsExactly(LOGIN, World.GENERATED + "@1-AuthMech/Auth-1");
    assertThat(world.judge().flawsSeen().get(1).evidence()).isEmpty();
  }

  @Test
  void aFlawIsToldAtTheItemThatShowsItAndNotAtThoseThatTakeItOver() {
    Observation seen = World.observation("tls.versions", "tcp/192.0.2.1/8443", Map.of());
    World world =
        new World()
            .seen(seen)
            .check(
                new Scripted.TrafficIsAsDeclared((i, f) -> Check.Outcome.of(BAD, List.of(seen))));

    assertThat(flawed(world)).containsExactly(TRAFFIC);
  }

  @Test
  void anItemThatTakesOverWhatIsSoundTellsItsOwnFlaw() {
    World world = new World().rule(World.PARAMETER, "", "secure", true);
    world.entry("10-SecParam", "Par-1", "secure: false\nmechanisms: [Com-1]");

    assertThat(flawed(world))
        .containsExactly(World.PARAMETER + "@10-SecParam/Par-1+11-SecComMech/Com-1");
  }

  @Test
  void contradictionsAreToldOnceInTheOrderOfTheStandard() {
    Contradiction first =
        new Contradiction(new Place("ixit/1-AuthMech.yaml", 1, 1), "guarded", "open", SEEN);
    Contradiction second =
        new Contradiction(new Place("ixit/1-AuthMech.yaml", 2, 1), "slow", "fast", SEEN);
    World world = new World().seen(SEEN).check(logins(first, second));
    world.check(
        new Scripted.MechanismsAreComplete(
            (i, f) -> new Check.Outcome(BAD, List.of(SEEN), List.of(first))));

    assertThat(world.judge().contradictions()).containsExactly(first, second);
  }

  @Test
  void theAcceptedRiskOfAnItemIsFoundByItsItem() {
    Assessment plain = new World().judge();
    WaivedItem waived = new WaivedItem(waiver(LOGIN), WaivedItem.State.IN_FORCE);
    WaivedItem other = new WaivedItem(waiver(TRAFFIC), WaivedItem.State.EXPIRED);
    Assessment accepted = plain.withWaivers(List.of(other, waived));

    assertThat(plain.waiver(ItemId.parse(LOGIN))).isEmpty();
    assertThat(accepted.waiver(ItemId.parse(LOGIN))).contains(waived);
    assertThat(accepted.waiver(ItemId.parse(World.COMPLETE + "@DUT"))).isEmpty();
    assertThat(accepted.verdict()).isEqualTo(plain.verdict());
  }

  private static Waiver waiver(String item) {
    return new Waiver(
        ItemId.parse(item), "It is open.", "In our halls.", LocalDate.EPOCH, "A.", World.NOON);
  }
}
