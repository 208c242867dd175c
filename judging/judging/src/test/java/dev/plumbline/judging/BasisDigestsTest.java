package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CaseRule;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.fact.Facts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a decision rests on: what is left out of it can change and leave a PASS standing. */
class BasisDigestsTest {
  private static final String PAPER = World.GENERATED + "@1-AuthMech/Auth-1";
  private static final String DEVICE = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final String WHOLE = World.COMPLETE + "@DUT";
  private static final String PAIR = World.PARAMETER + "@10-SecParam/Par-1+11-SecComMech/Com-1";
  private static final String BESIDE = "5.9-1-1a@1-AuthMech/Auth-1";
  private static final String AT = "tcp/192.0.2.1/8443";
  private static final String OTHER = "description: another login\nendpoints: [tcp/8443]";

  private static Judged judged(World world, String item, UnaryOperator<Dossier> change) {
    Catalogue c = world.catalogue();
    Dossier d = change.apply(world.dossier());
    Engine engine = new Engine(c, Checks.of(world.checks), new FlagRules());
    return World.judged(engine.judge(engine.plan(d), facts(c, d)), item);
  }

  static Facts facts(Catalogue c, Dossier d) {
    CryptoPolicy crypto =
        new CryptoPolicy(
            "policy", LocalDate.of(2026, 11, 1), "policy", Map.of(), Digest.of("policy"));
    return Facts.of(c, d, crypto, LocalDate.of(2026, 11, 24));
  }

  private static Digest digest(World world, String item) {
    return world.judged(item).basisDigest();
  }

  private static Saw saw(World world, String item) {
    return world.judged(item).grounds().saw();
  }

  /** Digests of what was before an author, as far as it is declared, with these changes. */
  private static List<Object> both(World world, String item, UnaryOperator<Dossier> change) {
    Judged judged = judged(world, item, change);
    return List.of(judged.basisDigest(), judged.grounds().saw().declaration());
  }

  private static Dossier ics(Dossier d, Ics ics) {
    return new Dossier(d.product(), ics, d.ixit(), d.evidence(), d.observations(), d.decisions());
  }

  private static UnaryOperator<Dossier> condition(String label, boolean holds) {
    Statement said = new Statement(label, holds, "", Place.of("ics.yaml"));
    return d -> ics(d, new Ics(Map.of(label, said), d.ics().features(), d.ics().answers()));
  }

  private static UnaryOperator<Dossier> model(String model) {
    return d -> {
      Product p = d.product();
      Product other =
          new Product(
              p.edition(),
              p.manufacturer(),
              p.name(),
              model,
              p.hardwareVersion(),
              p.softwareVersion(),
              p.unit(),
              p.state(),
              p.serial(),
              p.mac(),
              p.targets(),
              p.authorisation(),
              p.publicPages(),
              p.loginBudget(),
              p.credentials(),
              p.samples(),
              p.place());
      return new Dossier(other, d.ics(), d.ixit(), d.evidence(), d.observations(), d.decisions());
    };
  }

  @Test
  void theAnswerToTheProvisionCounts() {
    World other = new World().answer("5.1-1", Support.YES, "Otherwise.");
    assertThat(digest(other, PAPER)).isNotEqualTo(digest(new World(), PAPER));
    assertThat(saw(other, PAPER).declaration()).isNotEqualTo(saw(new World(), PAPER).declaration());
    assertThat(saw(other, PAPER).observations()).isEqualTo(saw(new World(), PAPER).observations());
    World elsewhere = new World().answer("5.1-4", Support.YES, "Otherwise.");
    assertThat(digest(elsewhere, PAPER)).isEqualTo(digest(new World(), PAPER));
    assertThat(saw(elsewhere, PAPER)).isEqualTo(saw(new World(), PAPER));
  }

  /** In one assessment the statements of several provisions are worked out once each. */
  @Test
  void eachProvisionHasItsOwnAnswer() {
    Assessment assessment = new World().judge();
    assertThat(ics(assessment, PAPER)).isEqualTo(ics(assessment, DEVICE));
    assertThat(ics(assessment, World.FREE + "@DUT")).isNotEqualTo(ics(assessment, PAPER));
  }

  private static String ics(Assessment assessment, String item) {
    return World.judged(assessment, item).grounds().saw().parts().getOrDefault("ics", "");
  }

  @Test
  void theFeaturesOfTheProvisionCount() {
    assertThat(
            List.of(
                digest(new World(), PAPER),
                digest(new World().feature("a", false), PAPER),
                digest(new World().unstated("a"), PAPER)))
        .doesNotHaveDuplicates();
    assertThat(digest(new World().feature("h", false), PAPER))
        .isEqualTo(digest(new World(), PAPER));
  }

  /** With a unit of a row that is about a table which its own does not refer to. */
  private static World beside(Integer... conditions) {
    World world = new World();
    world.catalogue.provision(
        "5.9-1",
        true,
        List.of(conditions),
        List.of(),
        SmallCatalogue.testCase(
            "5.9-1-1",
            CaseRule.ALL_OF,
            false,
            SmallCatalogue.unit(
                "5.9-1-1a",
                Kind.CONCEPTUAL,
                UnitScope.ENTRY,
                "1-AuthMech",
                List.of("7-UpdMech"),
                "")));
    return world.answer("5.9-1", Support.YES, "Done.");
  }

  @Test
  void theConditionsOfTheProvisionCount() {
    World world = beside(7);
    assertThat(
            List.of(
                both(world, BESIDE, d -> d),
                both(world, BESIDE, condition("7", true)),
                both(world, BESIDE, condition("7", false))))
        .doesNotHaveDuplicates();
    assertThat(both(world, BESIDE, condition("8", true))).isEqualTo(both(world, BESIDE, d -> d));
  }

  @Test
  void eachRowOfATableThatNothingLinksCounts() {
    World world = beside();
    Digest before = digest(world, BESIDE);
    Saw seen = saw(world, BESIDE);
    assertThat(world.judged(BESIDE).grounds().rests().tables()).containsExactly("7-UpdMech");
    world.entry("1-AuthMech", "Auth-2", "description: ssh");
    assertThat(digest(world, BESIDE)).isEqualTo(before);
    world.entry("7-UpdMech", "Upd-1", "description: by cable");
    assertThat(digest(world, BESIDE)).isNotEqualTo(before);
    assertThat(saw(world, BESIDE).declaration()).isNotEqualTo(seen.declaration());
    assertThat(saw(world, BESIDE).parts().get("7-UpdMech/Upd-1"))
        .isNotEqualTo(seen.parts().get("7-UpdMech/Upd-1"));
  }

  /** A unit of a row that is about the rows of another table to which its own refers. */
  @Test
  void theRowsThatARowRefersToCount() {
    String item = World.MANAGED + "@10-SecParam/Par-1";
    World world = new World().entry("11-SecComMech", "Com-2", "description: MQTT");
    Digest before = digest(world, item);
    assertThat(world.judged(item).grounds().rests().rows())
        .containsExactlyInAnyOrder("10-SecParam/Par-1", "11-SecComMech/Com-1");
    assertThat(saw(world, item).parts()).containsKey("11-SecComMech/Com-1");
    world.entry("11-SecComMech", "Com-2", "description: SSH");
    assertThat(digest(world, item)).isEqualTo(before);
    world.entry("11-SecComMech", "Com-1", "description: SSH");
    assertThat(digest(world, item)).isNotEqualTo(before);
  }

  /** A unit on the device is about each row of its tables. */
  @Test
  void eachRowOfTheTableOfAUnitOnTheDeviceCounts() {
    World world = new World();
    Digest before = digest(world, WHOLE);
    world.entry("7-UpdMech", "Upd-1", "description: by cable");
    assertThat(digest(world, WHOLE)).isEqualTo(before);
    world.entry("1-AuthMech", "Auth-1", OTHER);
    assertThat(digest(world, WHOLE)).isNotEqualTo(before);
  }

  @Test
  void aRuleOverAnotherTableMakesEachOfItsRowsCount() {
    World world = new World().rule(World.GENERATED, "", "tables.UpdMech.size() > 0", true);
    Digest before = digest(world, PAPER);
    world.entry("7-UpdMech", "Upd-1", "description: by cable");
    assertThat(digest(world, PAPER)).isNotEqualTo(before);
    assertThat(world.judged(PAPER).grounds().rests().tables()).containsExactly("7-UpdMech");
  }

  @Test
  void aRuleOverTheIcsMakesAllOfItCount() {
    World world = new World();
    UnaryOperator<World> rule = w -> w.rule(World.GENERATED, "", "ics.x", true);
    List<Object> before = both(rule.apply(world), PAPER, d -> d);
    assertThat(both(world, PAPER, condition("8", true))).isNotEqualTo(before);
    World answered = rule.apply(new World()).answer("5.1-4", Support.YES, "Otherwise.");
    assertThat(both(answered, PAPER, d -> d)).isNotEqualTo(before);
    World featured = rule.apply(new World()).feature("h", false);
    assertThat(both(featured, PAPER, d -> d)).isNotEqualTo(before);
    assertThat(both(rule.apply(new World()), PAPER, d -> d)).isEqualTo(before);
  }

  @Test
  void aRuleOverTheProductMakesItCount() {
    World world = new World().rule(World.GENERATED, "", "product.x", true);
    assertThat(both(world, PAPER, model("C2"))).isNotEqualTo(both(world, PAPER, d -> d));
    assertThat(both(new World(), PAPER, model("C2"))).isEqualTo(both(new World(), PAPER, d -> d));
    assertThat(judged(world, PAPER, model("C2")).grounds().saw().parts().get("product"))
        .isNotEqualTo(saw(world, PAPER).parts().get("product"));
    assertThat(saw(new World(), PAPER).parts()).doesNotContainKey("product");
    assertThat(world.judged(PAPER).grounds().rests().product()).isTrue();
    assertThat(new World().judged(PAPER).grounds().rests().product()).isFalse();
  }

  /** A login that was looked at, with a finding that rests on it. */
  private static World seen(Observation o) {
    return new World()
        .seen(o)
        .check(
            new Scripted.LoginsAreGuarded(
                (i, f) -> Check.Outcome.of(new Finding.Holds("Guarded."), List.of(o))));
  }

  static Observation line(Map<String, Object> value, Map<String, Object> coverage) {
    return World.line("login.mechanism", AT, value, coverage, "1.0");
  }

  @Test
  void whatWasObservedCounts() {
    List<World> worlds =
        List.of(
            seen(line(Map.of("n", 1), Map.of())),
            seen(line(Map.of("n", 2), Map.of())),
            seen(line(Map.of("n", 1.5), Map.of())),
            seen(line(Map.of("n", 2.5), Map.of())),
            seen(line(Map.of("n", "1.0x"), Map.of())),
            seen(line(Map.of("n", List.of(1)), Map.of())),
            seen(line(Map.of("n", List.of(1, 2)), Map.of())),
            seen(line(Map.of("n", Map.of("m", 1)), Map.of())),
            seen(line(Map.of("m", 1), Map.of())),
            seen(line(Map.of("n", 1), Map.of("tried", 3))),
            seen(
                World.line(
                    "login.mechanism", "tcp/192.0.2.1/22", Map.of("n", 1), Map.of(), "1.0")));
    assertThat(worlds).extracting(w -> digest(w, DEVICE)).doesNotHaveDuplicates();
    assertThat(worlds).extracting(w -> saw(w, DEVICE).observations()).doesNotHaveDuplicates();
    assertThat(worlds)
        .extracting(w -> saw(w, DEVICE).parts().get("observations"))
        .doesNotHaveDuplicates();
    assertThat(worlds)
        .extracting(w -> saw(w, DEVICE).declaration())
        .containsOnly(saw(worlds.getFirst(), DEVICE).declaration());
  }

  /** A journal may be read by another reader of JSON. */
  @Test
  void neitherTheOrderOfFieldsNorTheWidthOfNumbersCounts() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", List.of(2, 3));
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", List.of(2L, 3.0));
    other.put("a", 1L);
    assertThat(digest(seen(line(one, Map.of())), DEVICE))
        .isEqualTo(digest(seen(line(other, Map.of())), DEVICE));
  }

  @Test
  void thePartsOfABasisAreNamed() {
    String auth = "1-AuthMech/Auth-1";
    World paper = new World();
    assertThat(saw(paper, PAPER).parts())
        .containsOnlyKeys("unit", "ics", auth + " description", auth + " endpoints");
    World device = seen(line(Map.of("n", 1), Map.of()));
    assertThat(saw(device, DEVICE).parts())
        .containsEntry("device", "device 1.0 / U-1 / initialized")
        .containsKeys("observations", auth + " description");
    assertThat(saw(paper, WHOLE).parts()).containsKeys("device", auth);
    assertThat(saw(paper, PAIR).parts())
        .containsKeys(
            "10-SecParam/Par-1 description",
            "10-SecParam/Par-1 mechanisms",
            "11-SecComMech/Com-1 description")
        .doesNotContainKeys("10-SecParam/Par-1", "11-SecComMech/Com-1", "device");
    assertThat(saw(paper, PAPER).parts().get("unit")).hasSize(16);
  }

  @Test
  void eachPartThatChangesIsAnother() {
    String auth = "1-AuthMech/Auth-1";
    Map<String, String> before = saw(new World(), PAPER).parts();
    World row = new World().entry("1-AuthMech", "Auth-1", OTHER);
    assertThat(saw(row, PAPER).parts())
        .containsEntry(auth + " endpoints", before.get(auth + " endpoints"))
        .doesNotContainEntry(auth + " description", before.get(auth + " description"));
    World answered = new World().answer("5.1-1", Support.YES, "Otherwise.");
    assertThat(saw(answered, PAPER).parts()).doesNotContainEntry("ics", before.get("ics"));
    assertThat(saw(row, WHOLE).parts().get(auth))
        .isNotEqualTo(saw(new World(), WHOLE).parts().get(auth));
  }

  @Test
  void theDeviceCountsWhereItWasLookedAt() {
    World paper = new World();
    Optional<Digest> nothing = saw(paper, PAPER).observations();
    assertThat(saw(new World().version("1.1"), PAPER).observations()).isEqualTo(nothing);
    assertThat(saw(new World().version("1.1"), DEVICE).observations())
        .isNotEqualTo(saw(paper, DEVICE).observations());
    assertThat(paper.judged(PAPER).grounds().rests().device()).isFalse();
    assertThat(paper.judged(DEVICE).grounds().rests().device()).isTrue();
    assertThat(paper.judged(PAIR).grounds().rests().rows())
        .containsExactlyInAnyOrder("10-SecParam/Par-1", "11-SecComMech/Com-1");
  }

  /** A conceptual unit that rests on an observation all the same. */
  @Test
  void theDeviceCountsWhereAnObservationDoes() {
    Observation samples =
        World.line("password.samples", "1-AuthMech/Auth-1", Map.of(), Map.of(), "1.0");
    World world =
        new World()
            .seen(samples)
            .check(
                new Scripted.NothingSpeaksAgainstTheGenerator(
                    (i, f) -> Check.Outcome.of(new Finding.Holds("So."), List.of(samples))));
    Digest before = digest(world, PAPER);
    Saw seen = saw(world, PAPER);
    assertThat(seen.parts()).containsKeys("device", "observations");
    assertThat(world.judged(PAPER).grounds().rests().device()).isTrue();
    world.version("1.1");
    assertThat(digest(world, PAPER)).isNotEqualTo(before);
    assertThat(saw(world, PAPER).observations()).isNotEqualTo(seen.observations());
  }

  @Test
  void whatIsDeclaredOtherwiseIsNamed() {
    BasisDigests.Declared one = new BasisDigests.Declared("5.1-1", "x", Map.of("a", "1", "b", "2"));
    assertThat(one.differs(new BasisDigests.Declared("5.1-1", "x", Map.of("b", "2", "a", "1"))))
        .isEmpty();
    assertThat(one.differs(new BasisDigests.Declared("5.1-1", "x", Map.of("b", "3", "c", "1"))))
        .contains("declared otherwise than there: a, b, c");
    assertThat(one.differs(new BasisDigests.Declared("5.1-1", "y", Map.of("a", "1", "b", "2"))))
        .contains("the ICS says something else on 5.1-1 than there");
  }
}
