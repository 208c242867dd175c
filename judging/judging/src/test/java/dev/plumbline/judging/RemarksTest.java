package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Product;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first page says beside the verdict. */
class RemarksTest {
  private static final String LOGIN = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final String PAPER = World.GENERATED + "@1-AuthMech/Auth-1";

  /** A result of which everything is sure: without a remark. */
  private static World sure() {
    World world = new World();
    world.catalogue.sure(Confidence.HIGH, Confidence.HIGH);
    return world;
  }

  private static TestCase with(TestCase c, String passSource, String unknown) {
    return new TestCase(
        c.id(),
        c.kind(),
        c.purpose(),
        c.rule(),
        c.passWhenFeatureAbsent(),
        c.passWhenNotObtainable(),
        c.pass(),
        passSource,
        c.units(),
        c.alternatives(),
        unknown);
  }

  @Test
  void aResultOfWhichEverythingIsSureHasNoRemark() {
    assertThat(sure().judge().remarks()).isEmpty();
  }

  @Test
  void anEditionThatIsNotReadSaysHowSureItsRulesAre() {
    assertThat(new World().judge().remarks())
        .containsExactly(
            "We derived how results add up; the text of the standard was not available (confidence"
                + " low): FAIL if any is FAIL.",
            "When N/A is allowed is a paraphrase (confidence medium): N/A where it depends on"
                + " something absent.");
  }

  @Test
  void oneFaultOfTheRecordIsSaidFirst() {
    World world = new World().unbacked("ab", "its evidence evidence/ab was changed");
    assertThat(world.judge().remarks())
        .hasSize(3)
        .startsWith(
            "The record is not as it was written; 1 piece of evidence shows nothing, and what rests"
                + " on it does not count: evidence/ab was changed. 'plumbline check' shows all.");
  }

  @ParameterizedTest
  @CsvSource({"5, f1; f2; f3; f4; f5", "7, f1; f2; f3; f4; f5; and 2 more"})
  void ofManyFaultsOfTheRecordFiveAreNamed(int faults, String named) {
    World world = sure();
    for (int i = 1; i <= faults; i++) {
      world.unbacked("digest" + i, "f" + i);
    }
    assertThat(world.judge().remarks())
        .containsExactly(
            "The record is not as it was written; "
                + faults
                + " pieces of evidence show nothing, and what rests on them does not count: "
                + named
                + ". 'plumbline check' shows all.");
  }

  @Test
  void whatCannotBeDecidedYetIsCountedWithItsReason() {
    assertThat(sure().absent("7-UpdMech").judge().remarks())
        .containsExactly("3 items cannot be decided yet: There is no ixit/7-UpdMech.yaml.");
  }

  @Test
  void whatAPersonDecidedIsNotCountedAsOpen() {
    World world = sure().absent("7-UpdMech");
    world.decide(World.UPDATE_A + "@DUT", new Finding.Violated("Signed by nobody.", "Sign it."));
    assertThat(world.judge().remarks())
        .containsExactly("2 items cannot be decided yet: There is no ixit/7-UpdMech.yaml.");
  }

  @Test
  void aFailureOfTheProgramIsToldApart() {
    World world =
        sure()
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) -> {
                      throw new IllegalStateException("x");
                    }));
    assertThat(world.judge().remarks())
        .containsExactly(
            "Plumbline failed on 1 item: The check LoginsAreGuarded failed:"
                + " java.lang.IllegalStateException: x");
  }

  @Test
  void decisionsThatDoNotCountAnyMoreAreCounted() {
    World one = sure().decide(PAPER, new Finding.Holds("fine"));
    one.entry("1-AuthMech", "Auth-1", "description: changed");
    assertThat(one.judge().remarks())
        .containsExactly("1 decision of a person is stale and not counted.");

    World two =
        sure()
            .decide(PAPER, new Finding.Holds("fine"))
            .decide(LOGIN, new Finding.Holds("fine"), World.EVIDENCE);
    two.entry("1-AuthMech", "Auth-1", "description: changed");
    assertThat(two.judge().remarks())
        .containsExactly("2 decisions of people are stale and not counted.");
  }

  @Test
  void aLoginOfProductYamlThatWasRefusedIsTold() {
    World world =
        sure()
            .login(new Product.Credential("owner", "owner", "secret-1"))
            .seen(
                World.observation(
                    "login.declared",
                    "tcp/192.0.2.1/8443",
                    Map.of("accepted", List.of(), "refused", List.of("owner"))));
    assertThat(world.judge().remarks())
        .singleElement()
        .asString()
        .startsWith("A declared login does not work. product.yaml: the login of role 'owner'")
        .doesNotContain("secret-1");
  }

  @Test
  void passConditionsThatNobodyReadAreCounted() {
    World world = sure();
    world.catalogue.cases(
        c -> with(c, c.id().startsWith("5.1-1") ? "own-inference" : c.passSource(), ""));
    assertThat(world.judge().remarks())
        .containsExactly(
            "The pass conditions of 2 of 11 test cases are derived, not read from Small tests.");
  }

  @Test
  void whatIsNotKnownOfACaseIsToldWhereTheCaseIsOpen() {
    World world = sure();
    world.catalogue.cases(
        c -> with(c, c.passSource(), c.id().equals("5.1-1-1") ? "How units combine." : ""));
    assertThat(world.judge().remarks())
        .containsExactly("UNKNOWN in case 5.1-1-1: How units combine.");

    Assessment decided = world.decide(PAPER, new Finding.Holds("fine")).judge();
    assertThat(World.judged(decided, PAPER).verdict()).isEqualTo(Verdict.PASS);
    assertThat(decided.remarks()).isEmpty();
  }

  @Test
  void provisionsWhoseFactsAreUnsureAreNamed() {
    World world = sure();
    world
        .catalogue
        .sure("5.1-1", Confidence.LOW, Confidence.HIGH)
        .sure("5.1-4", Confidence.HIGH, Confidence.LOW)
        .sure("5.3-2", Confidence.MEDIUM, Confidence.MEDIUM)
        .sure("5.3-6", Confidence.UNKNOWN, Confidence.UNKNOWN);
    assertThat(world.judge().remarks())
        .containsExactly("The facts about these provisions are unsure: 5.1-1, 5.1-4, 5.3-6.");
  }

  @Test
  void aProvisionThatIsNotTestedIsNotNamedAsUnsure() {
    World world =
        sure()
            .feature("h", false)
            .answer("5.3-6", dev.plumbline.dossier.Support.NOT_APPLICABLE, "Never by itself.");
    world.catalogue.sure("5.3-6", Confidence.LOW, Confidence.LOW);
    assertThat(world.judge().remarks()).isEmpty();
  }
}
