package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritanceTest {
  private static final String SOURCE = World.SECURED + "@11-SecComMech/Com-1";
  private static final String TARGET = World.PARAMETER + "@10-SecParam/Par-1+11-SecComMech/Com-1";
  private static final String OPEN = World.CONFIDENTIAL + "@10-SecParam/Par-1+11-SecComMech/Com-1";
  private static final Finding HOLDS = new Finding.Holds("TLS 1.3 delivers it.");

  @Test
  void aPairTakesOverFromTheEntryThatItRefersTo() {
    assertThat(new World().planned(TARGET).inherits()).containsExactly(ItemId.parse(SOURCE));
  }

  @Test
  void whatHoldsThereHoldsHere() {
    Judged item = new World().decide(SOURCE, HOLDS).judged(TARGET);

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.finding().reason()).contains(SOURCE);
  }

  @Test
  void whatIsViolatedThereIsViolatedHere() {
    Judged item =
        new World().decide(SOURCE, new Finding.Violated("RC4.", "Drop it.")).judged(TARGET);

    assertThat(item.finding())
        .isEqualTo(new Finding.Violated("Taken over from " + SOURCE + ": RC4.", "Drop it."));
  }

  @Test
  void whatIsOpenThereIsOpenHere() {
    assertThat(new World().judged(TARGET).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void anInheritedPassDoesNotStandForWhatTheReusedUnitsLeaveOpen() {
    Judged item = new World().decide(SOURCE, HOLDS).judged(OPEN);

    assertThat(item.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(item.finding().reason()).contains("Open: Confidentiality is needed.");
    assertThat(item.by()).isEqualTo(DecidedBy.ASSESSOR);
  }

  @Test
  void aRuleForWhatIsOpenClosesIt() {
    World world = new World().rule(World.CONFIDENTIAL, "", "confidential", true);
    world.entry("10-SecParam", "Par-1", "mechanisms: [Com-1]\nconfidential: true");

    assertThat(world.decide(SOURCE, HOLDS).judged(OPEN).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aRuleForWhatIsOpenIsNeverBetterThanWhatIsInherited() {
    World world = new World().rule(World.CONFIDENTIAL, "", "confidential", true);
    world.entry("10-SecParam", "Par-1", "mechanisms: [Com-1]\nconfidential: true");

    assertThat(world.judged(OPEN).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void theWorstOfAllSourcesCounts() {
    World world =
        new World()
            .entry("11-SecComMech", "Com-2", "description: MQTT")
            .entry("10-SecParam", "Par-1", "mechanisms: [Com-1, Com-2]")
            .decide(SOURCE, HOLDS)
            .decide(
                World.SECURED + "@11-SecComMech/Com-2", new Finding.Violated("Plain.", "Use TLS."));

    assertThat(World.group(world.judge(), "5.5-6").verdict()).contains(Verdict.FAIL);
  }

  @Test
  void functionalFindingsBringTheirObservationsAlong() {
    Observation own = World.observation("tls.versions", "tcp/192.0.2.1/8443", Map.of());
    World world =
        new World()
            .seen(own)
            .check(
                new Scripted.TrafficIsAsDeclared(
                    (i, f) -> Check.Outcome.of(new Finding.Holds("TLS 1.3."), List.of(own))));
    Judged item = world.judged(World.PARAMETER_TRAFFIC + "@10-SecParam/Par-1+11-SecComMech/Com-1");

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.basis()).containsExactly(own);
    assertThat(item.item().by()).isEqualTo(DecidedBy.PROBE);
    assertThat(item.by()).isEqualTo(DecidedBy.PROBE);
    assertThat(item.evidenced()).isTrue();
  }

  /** A person decided what is open here in view of what is taken over. */
  @Test
  void whatASourceRestsOnIsWhatADecisionRestsOn() {
    World world = new World().rule(World.SECURED, "", "tables.UpdMech.size() > 0", true);
    Digest before = world.judged(OPEN).basisDigest();

    world.entry("7-UpdMech", "Upd-1", "description: by cable");
    assertThat(world.judged(OPEN).basisDigest()).isNotEqualTo(before);
    World without = new World();
    Digest own = without.judged(OPEN).basisDigest();
    without.entry("7-UpdMech", "Upd-1", "description: by cable");
    assertThat(without.judged(OPEN).basisDigest()).isEqualTo(own);
  }

  @Test
  void aPersonDecidesWhatCannotBeTakenOverBecauseTheSourceIsNotTested() {
    World world = new World().answer("5.5-1", dev.plumbline.dossier.Support.NO, "refused");

    assertThat(world.planned(TARGET).inherits()).isEmpty();
    assertThat(world.planned(TARGET).by()).isEqualTo(DecidedBy.ASSESSOR);
  }

  @Test
  void whereNothingAppliesThereNothingHoldsHere() {
    Judged item = new World().decide(SOURCE, new Finding.NotApplicable("no TLS")).judged(TARGET);

    assertThat(item.finding())
        .isEqualTo(new Finding.Undetermined("None of the items that it rests on applies."));
  }

  @Test
  void whatWasSearchedThereIsSearchedHere() {
    Observation own = World.observation("tls.versions", "tcp/192.0.2.1/8443", Map.of());
    World world =
        new World()
            .seen(own)
            .check(
                new Scripted.TrafficIsAsDeclared(
                    (i, f) -> Check.Outcome.of(new Finding.Holds("TLS 1.3."), List.of(own))));
    world.catalogue.open(World.TRAFFIC);
    Judged item = world.judged(World.PARAMETER_TRAFFIC + "@10-SecParam/Par-1+11-SecComMech/Com-1");

    assertThat(item.finding())
        .isInstanceOfSatisfying(
            Finding.Searched.class,
            s -> {
              assertThat(s.reason()).contains(World.TRAFFIC);
              assertThat(s.lookedAt()).containsExactly("what the test looked at");
              assertThat(s.notLookedAt()).containsExactly("what it left out");
            });
    assertThat(item.by()).isEqualTo(DecidedBy.PROBE);
  }
}
