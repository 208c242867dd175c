package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CaseRule;
import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.PlannedGroup;
import dev.plumbline.judging.plan.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final Scripted.LoginsAreGuarded LOGIN_CHECK =
      new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.undetermined("not run"));

  @Test
  void aUnitOnEntriesHasOneItemPerEntry() {
    World world = new World().entry("1-AuthMech", "Auth-2", "description: ssh");

    assertThat(items(world, World.GENERATED))
        .containsExactly(
            World.GENERATED + "@1-AuthMech/Auth-1", World.GENERATED + "@1-AuthMech/Auth-2");
  }

  @Test
  void aUnitOnTheDeviceHasOneItem() {
    assertThat(items(new World(), World.COMPLETE)).containsExactly(World.COMPLETE + "@DUT");
  }

  @Test
  void aUnitOnPairsHasOneItemPerReference() {
    World world =
        new World()
            .entry("11-SecComMech", "Com-2", "description: MQTT")
            .entry("10-SecParam", "Par-1", "mechanisms: [Com-1, 11-SecComMech/Com-2]");

    assertThat(items(world, World.PARAMETER))
        .containsExactly(
            World.PARAMETER + "@10-SecParam/Par-1+11-SecComMech/Com-1",
            World.PARAMETER + "@10-SecParam/Par-1+11-SecComMech/Com-2");
  }

  @Test
  void anEntryThatRefersToNothingIsForAPersonToConfirm() {
    World world = new World().entry("10-SecParam", "Par-2", "mechanisms: []");
    TestItem item = world.planned(World.PARAMETER + "@10-SecParam/Par-2");

    assertThat(item.emptySelection()).isTrue();
    assertThat(item.by()).isEqualTo(DecidedBy.ASSESSOR);
    assertThat(item.note()).contains("Par-2 names no entry of 11-SecComMech");
  }

  @Test
  void aReferenceIntoTheVoidBlocks() {
    World world = new World().entry("10-SecParam", "Par-1", "mechanisms: [Com-1, Com-9]");

    assertThat(world.planned(World.PARAMETER + "@10-SecParam/Par-1").blocked())
        .contains("Par-1 names Com-9, which 11-SecComMech lacks.");
  }

  @Test
  void whereOneOfTwoReferencesIsLostTheOtherIsTestedAllTheSame() {
    World world = new World().entry("10-SecParam", "Par-1", "mechanisms: [Com-1, Com-9]");

    assertThat(items(world, World.PARAMETER))
        .containsExactly(
            World.PARAMETER + "@10-SecParam/Par-1",
            World.PARAMETER + "@10-SecParam/Par-1+11-SecComMech/Com-1");
    world.entry("10-SecParam", "Par-1", "mechanisms: [Com-9]");
    assertThat(items(world, World.PARAMETER))
        .as("a lost reference is not an empty one")
        .containsExactly(World.PARAMETER + "@10-SecParam/Par-1");
  }

  @Test
  void theRuleSelectsPairs() {
    World world =
        new World()
            .rule(World.PARAMETER, "secret", "", false)
            .entry("10-SecParam", "Par-1", "secret: false\nmechanisms: [Com-1]")
            .entry("10-SecParam", "Par-2", "secret: false\nmechanisms: []");
    assertThat(items(world, World.PARAMETER)).containsExactly(World.PARAMETER + "@DUT");

    world.entry("10-SecParam", "Par-3", "secret: true\nmechanisms: [Com-1]");
    world.entry("10-SecParam", "Par-4", "secret: true\nmechanisms: []");
    assertThat(items(world, World.PARAMETER))
        .containsExactly(
            World.PARAMETER + "@10-SecParam/Par-3+11-SecComMech/Com-1",
            World.PARAMETER + "@10-SecParam/Par-4");
  }

  /** A world with one more unit. */
  private static World with(UnitScope scope, String table, String also) {
    World world = new World();
    world.catalogue.provision(
        "5.9-1",
        true,
        List.of(),
        List.of(),
        SmallCatalogue.testCase(
            "5.9-1-1",
            CaseRule.ALL_OF,
            false,
            SmallCatalogue.unit("5.9-1-1a", Kind.CONCEPTUAL, scope, table, List.of(also), "")));
    return world.answer("5.9-1", Support.YES, "Done.");
  }

  @Test
  void aUnitOnPairsThatNothingRefersToHasOneItemPerEntry() {
    World world = with(UnitScope.PAIR, "1-AuthMech", "7-UpdMech");
    assertThat(items(world, "5.9-1-1a")).containsExactly("5.9-1-1a@1-AuthMech/Auth-1");
    assertThat(world.planned("5.9-1-1a@1-AuthMech/Auth-1").emptySelection()).isFalse();
  }

  /** Such as "all tables". */
  @Test
  void aUnitThatNamesNoSingleTableIsBlockedByNoFile() {
    TestItem item = with(UnitScope.DUT, "", "all tables").planned("5.9-1-1a@DUT");
    assertThat(item.blocked()).isEmpty();
    assertThat(item.emptySelection()).isFalse();
  }

  @Test
  void anEmptyTableIsForAPersonToConfirm() {
    assertThat(new World().empty("1-AuthMech").planned(World.GENERATED + "@DUT").note())
        .isEqualTo("1-AuthMech has no entry; a person confirms that this is right.");
  }

  @Test
  void theRuleSelectsEntries() {
    World world =
        new World()
            .rule(World.GENERATED, "generated", "", false)
            .entry("1-AuthMech", "Auth-1", "generated: false")
            .entry("1-AuthMech", "Auth-2", "generated: true")
            .entry("1-AuthMech", "Auth-3", "description: says nothing");

    assertThat(items(world, World.GENERATED))
        .as("silence removes no test")
        .containsExactly(
            World.GENERATED + "@1-AuthMech/Auth-2", World.GENERATED + "@1-AuthMech/Auth-3");
    assertThat(world.planned(World.GENERATED + "@1-AuthMech/Auth-3").note())
        .contains("does not say enough");
  }

  @Test
  void anEmptySelectionIsForAPersonToConfirm() {
    World world =
        new World()
            .rule(World.GENERATED, "generated", "", false)
            .entry("1-AuthMech", "Auth-1", "generated: false");
    TestItem item = world.planned(World.GENERATED + "@DUT");

    assertThat(item.emptySelection()).isTrue();
    assertThat(item.by()).isEqualTo(DecidedBy.ASSESSOR);
    assertThat(item.note())
        .isEqualTo("No entry of 1-AuthMech matches; a person confirms that this is right.");
  }

  @Test
  void anEmptySelectionPassesWhereTheCaseSaysSoAndTheFeatureIsStatedAbsent() {
    World world = new World().entry("7-UpdMech", "Upd-1", "automatic: false").feature("h", false);
    TestItem item = world.planned(World.AUTOMATIC + "@DUT");

    assertThat(item.by()).isEqualTo(DecidedBy.RULE);
    assertThat(item.note()).contains("feature h is absent");
  }

  @ParameterizedTest
  @CsvSource({"true", "unstated"})
  void anEmptySelectionDoesNotPassWhereTheFeatureIsNotStatedAbsent(String stated) {
    World world = new World().entry("7-UpdMech", "Upd-1", "automatic: false");
    World settled = stated.equals("true") ? world.feature("h", true) : world.unstated("h");

    assertThat(settled.planned(World.AUTOMATIC + "@DUT").by()).isEqualTo(DecidedBy.ASSESSOR);
  }

  @Test
  void anAbsentTableBlocksAndSaysWhichFile() {
    World world = new World().absent("1-AuthMech");

    assertThat(world.planned(World.GENERATED + "@DUT").blocked())
        .contains("There is no ixit/1-AuthMech.yaml.");
    assertThat(world.planned(World.COMPLETE + "@DUT").blocked()).isPresent();
  }

  @Test
  void aCheckMakesAProbeDecide() {
    TestItem item = new World().check(LOGIN_CHECK).planned(World.LOGIN + "@1-AuthMech/Auth-1");

    assertThat(item.by()).isEqualTo(DecidedBy.PROBE);
    assertThat(item.needs()).containsExactly("login.mechanism");
    assertThat(item.blocked()).isEmpty();
  }

  @Test
  void aWholeRuleDecidesAndAPartDoesNot() {
    World world = new World().rule(World.GENERATED, "", "unique", true);

    assertThat(world.planned(World.GENERATED + "@1-AuthMech/Auth-1").by())
        .isEqualTo(DecidedBy.RULE);
    assertThat(world.planned(World.GENERATED + "@1-AuthMech/Auth-1").note()).isEmpty();
    world.rule(World.GENERATED, "", "unique", false);
    assertThat(world.planned(World.GENERATED + "@1-AuthMech/Auth-1").by())
        .isEqualTo(DecidedBy.ASSESSOR);
  }

  @Test
  void withoutTargetsNoProbeCanDecide() {
    World world = new World().check(LOGIN_CHECK).noTargets();

    assertThat(world.planned(World.LOGIN + "@1-AuthMech/Auth-1").blocked())
        .contains("product.yaml names no targets.");
  }

  @Test
  void whatWasObservedBeforeNeedsNoTarget() {
    World world =
        new World()
            .check(LOGIN_CHECK)
            .noTargets()
            .seen(World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of()));

    assertThat(world.planned(World.LOGIN + "@1-AuthMech/Auth-1").blocked()).isEmpty();
  }

  @Test
  void anUnansweredProvisionBlocksPeopleButNotMachines() {
    World world = new World().check(LOGIN_CHECK).unanswered("5.1-1");

    assertThat(world.planned(World.GENERATED + "@1-AuthMech/Auth-1").blocked())
        .contains("5.1-1 is not answered in ics.yaml.");
    assertThat(world.planned(World.LOGIN + "@1-AuthMech/Auth-1").blocked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5.1-1, YES, true, CLAIMED",
    "5.1-1, YES, false, CLAIMED",
    "5.1-1, NO, true, REFUSED",
    "5.1-1, NOT_APPLICABLE, true, UNSETTLED",
    "5.1-1, NOT_APPLICABLE, false, NOT_APPLICABLE",
    "5.3-2, NOT_APPLICABLE, false, UNSETTLED",
    "5.3-6, NO, true, DECLINED",
    "5.3-6, NOT_APPLICABLE, false, NOT_APPLICABLE",
    "5.3-6, NOT_APPLICABLE, true, UNSETTLED"
  })
  void theIcsMakesTheStanding(String id, Support support, boolean feature, Standing standing) {
    World world =
        new World().answer(id, support, "because").feature("a", feature).feature("h", feature);
    PlannedGroup group = group(world, id);

    assertThat(group.standing()).isEqualTo(standing);
    assertThat(group.reason()).isNotBlank();
    assertThat(group.items().isEmpty())
        .isEqualTo(standing != Standing.CLAIMED && standing != Standing.UNSETTLED);
  }

  @Test
  void countsSayWhatIsDeclaredAndWhatCanBeDecided() {
    Counts all = new World().plan().counts();
    Counts fewer = new World().unanswered("5.1-4").plan().counts();

    assertThat(all.planned()).isEqualTo(all.declared());
    assertThat(fewer).isEqualTo(new Counts(all.declared(), all.planned() - 1, 0, 0));
  }

  private static PlannedGroup group(World world, String id) {
    return world.plan().groups().stream()
        .filter(g -> g.provision().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> items(World world, String unit) {
    return world
        .plan()
        .items()
        .filter(i -> i.unit().id().equals(new UnitId(unit)))
        .map(i -> i.id().toString())
        .toList();
  }
}
