package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String ITEM = World.LOGIN + "@1-AuthMech/Auth-1";

  @Test
  void theWayGoesFromTheCatalogueOverDeclarationAndEvidenceToTheVerdict() {
    Observation seen =
        World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of("clearText", true));
    World world =
        new World()
            .seen(seen)
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) ->
                        Check.Outcome.of(
                            new Finding.Violated("The password crosses readable.", "Use TLS."),
                            List.of(seen))));

    assertThat(world.judged(ITEM).trace())
        .extracting(TraceStep::stage)
        .containsSubsequence("catalogue", "declaration", "observation", "rule", "verdict");
    assertThat(String.join("\n", Explanation.of(world.judge(), ItemId.parse(ITEM))))
        .contains("FAIL, decided by a check of observations")
        .contains("5.1-1 is answered Y: Done.")
        .contains("ics.yaml:9:3")
        .contains("1-AuthMech/Auth-1: description = web login")
        .contains("ixit/1-AuthMech.yaml:1:1")
        .contains("{clearText=true, ")
        .contains("evidence/" + World.EVIDENCE.shortForm() + "@17+4")
        .contains("Check LoginsAreGuarded")
        .contains("FAIL: The password crosses readable.");
  }

  @Test
  void anItemOutsideThePlanSaysWhy() {
    World world = new World().feature("a", false).answer("5.1-1", Support.NOT_APPLICABLE, "none");

    assertThat(Explanation.of(world.judge(), ItemId.parse(ITEM)))
        .containsExactly(
            ITEM + " is not in the plan.", "  5.1-1: Does not apply: feature a is absent.");
  }

  @Test
  void anItemOnAnotherSubjectNamesTheItemsThatThereAre() {
    assertThat(Explanation.of(new World().judge(), ItemId.parse(World.LOGIN)))
        .contains("  In the plan is " + ITEM);
  }

  @Test
  void aUnitThatTheEditionLacksIsSaidToBeUnknown() {
    assertThat(Explanation.of(new World().judge(), ItemId.parse("5.1-1-9z")))
        .containsExactly("There is no test unit 5.1-1-9z in this edition.");
  }

  @Test
  void theStatusSaysWhatIsOpenAndForWhom() {
    World world =
        new World()
            .answer("5.1-4", Support.NO, "no display")
            .absent("7-UpdMech")
            .decide(World.GENERATED + "@1-AuthMech/Auth-1", new Finding.Holds("fine"));
    world.entry("1-AuthMech", "Auth-1", "description: changed");

    assertThat(Status.of(world.judge()).lines())
        .containsExactly(
            "Small standard: INCONCLUSIVE",
            "Provisions: 0 pass, 0 fail, 7 inconclusive, 0 not applicable, 1 declined with a reason"
                + " (not a pass)",
            "Items: 12 declared, 9 planned, 0 executed, 0 evidenced",
            "PASS: 0 proved, 0 confirmed after a search, 0 decided by people. Searched, to be"
                + " confirmed (not a pass): 0",
            "Open: 0 for a probe, 0 for the declaration, 9 for a person, 3 blocked",
            "Stale decisions: 5.1-1-1a@1-AuthMech/Auth-1");
  }
}
