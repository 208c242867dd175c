package dev.plumbline.judging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.QuestionKind;
import dev.plumbline.catalogue.UnitQuestion;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.UnitRule.Reach;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.TableRole;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a unit reads decides what makes a verdict stale: what is left out goes unnoticed. */
class UnitProfileTest {
  private static final String ID = "5.1-1-1a";
  private static final UnitId UNIT = new UnitId(ID);
  private static final Catalogue CATALOGUE = CatalogueLoader.load(EditionId.named("3.1.3"));

  /** Reads a table beyond those that the unit names. */
  private static final class Reading implements Check {
    @Override
    public boolean refutesOnly() {
      return true;
    }

    @Override
    public List<String> needs() {
      return List.of("password.samples");
    }

    @Override
    public Set<TableRole> reads() {
      return Set.of(TableRole.SECURITY_PARAMETERS);
    }

    @Override
    public Outcome judge(TestItem item, Facts facts) {
      return Outcome.undetermined("Never asked.");
    }
  }

  /** Rules that nobody asks. */
  private static final class Words implements RuleEvaluator {
    @Override
    public Optional<Boolean> selects(
        UnitRule rule, Optional<IxitEntry> entry, Optional<IxitEntry> second, Dossier dossier) {
      return Optional.empty();
    }

    @Override
    public Finding evaluate(
        UnitRule rule,
        Optional<IxitEntry> entry,
        Optional<IxitEntry> second,
        Dossier dossier,
        CryptoPolicy policy,
        LocalDate day) {
      return new Finding.Undetermined("Never asked.");
    }
  }

  private static UnitRule rule(Reach reach, String select, String known, String holds) {
    return new UnitRule(
        UNIT,
        Optional.of(select),
        Optional.of(known),
        Optional.of(holds),
        reach,
        "so",
        "not so",
        "do",
        Place.of("rules.yaml"));
  }

  private static UnitProfile profile(Map<UnitId, UnitRule> rules, Check... checks) {
    Catalogue c = CATALOGUE;
    Catalogue changed =
        new Catalogue(
            c.edition(),
            c.provisions(),
            c.conditions(),
            c.features(),
            c.groups(),
            c.tables(),
            rules,
            c.units(),
            Map.of(
                UNIT,
                new UnitQuestion(
                    UNIT,
                    Optional.of("reading"),
                    Set.of(),
                    QuestionKind.OPEN,
                    "As the test says.",
                    Place.of("questions.yaml"))),
            c.digest());
    return Prepared.of(changed, Checks.of(List.of(checks)), new Words()).unit(UNIT);
  }

  private static UnitProfile profile(String holds) {
    return profile(Map.of(UNIT, rule(Reach.WHOLE, "true", "true", holds)));
  }

  @Test
  void aRuleReadsTheTablesThatItNames() {
    assertThat(profile("row.x == 1").wholeTables()).isEmpty();
    assertThat(profile("tables.AuthMech.size() > 0").wholeTables()).containsExactly("1-AuthMech");
    assertThat(profile("tables.AuthMech == tables.SecParam").wholeTables())
        .containsExactlyInAnyOrder("1-AuthMech", "10-SecParam");
  }

  @Test
  void aRuleWhoseTablesCannotBeToldReadsAll() {
    for (String holds : List.of("tables.size() > 0", "tables.Unheard.size() > 0")) {
      assertThat(profile(holds).wholeTables())
          .containsExactlyInAnyOrderElementsOf(CATALOGUE.tables().keySet());
    }
  }

  @Test
  void whatSelectsAndWhatIsKnownIsReadToo() {
    UnitProfile profile =
        profile(
            Map.of(
                UNIT,
                rule(Reach.WHOLE, "tables.SecParam.size() > 0", "ics.x && product.y", "true")));
    assertThat(profile.wholeTables()).containsExactly("10-SecParam");
    assertThat(profile.readsIcs()).isTrue();
    assertThat(profile.readsProduct()).isTrue();
    assertThat(profile("topics && products").readsIcs()).isFalse();
    assertThat(profile("topics && products").readsProduct()).isFalse();
  }

  @Test
  void aCheckReadsTheTablesThatItNamesBesideThoseOfTheRule() {
    assertThat(
            profile(
                    Map.of(UNIT, rule(Reach.PART, "true", "true", "tables.AuthMech.size() > 0")),
                    new Reading())
                .wholeTables())
        .containsExactlyInAnyOrder("1-AuthMech", "10-SecParam");
    assertThat(profile(Map.of(), new Reading()).wholeTables()).containsExactly("10-SecParam");
    assertThat(profile(Map.of()).wholeTables()).isEmpty();
  }

  @Test
  void whatDecidesAUnitIsInItsDigest() {
    assertThat(
            List.of(
                profile(Map.of()).digest(),
                profile("a").digest(),
                profile("b").digest(),
                profile(Map.of(UNIT, rule(Reach.WHOLE, "false", "true", "a"))).digest(),
                profile(Map.of(UNIT, rule(Reach.WHOLE, "true", "false", "a"))).digest(),
                profile(Map.of(UNIT, rule(Reach.PROPOSES, "true", "true", "a"))).digest(),
                profile(Map.of(UNIT, rule(Reach.PART, "true", "true", "a"))).digest()))
        .doesNotHaveDuplicates();
    assertThat(profile("a").digest()).isEqualTo(profile("a").digest());
  }

  @Test
  void onlyACheckOrRuleOfTheWholeQuestionDecides() {
    assertThat(profile(Map.of(), new Reading()).decidesItself()).isFalse();
    assertThat(profile(Map.of(), new Reading()).wholeCheck()).isEmpty();
    assertThat(profile(Map.of(UNIT, rule(Reach.PART, "true", "true", "a"))).decidesItself())
        .isFalse();
    assertThat(profile("a").decidesItself()).isTrue();
  }

  /** Such as "all tables". */
  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void aUnitThatNamesNoSingleTableIsAboutAll(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Prepared prepared = Prepared.of(catalogue, Checks.of(List.of()), new Words());
    assertThat(catalogue.units().values())
        .allSatisfy(
            u -> {
              List<String> tables = prepared.unit(u.id()).tables();
              if (catalogue.tables().keySet().containsAll(u.alsoUses())) {
                assertThat(tables)
                    .containsAll(u.alsoUses())
                    .containsAll(u.table().stream().toList());
              } else {
                assertThat(tables).containsAll(catalogue.tables().keySet());
              }
            });
  }
}
