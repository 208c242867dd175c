package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.Prepared;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import dev.plumbline.judging.plan.EntryReferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a decision rests on where the catalogue tells from which columns a unit is judged. */
class BasisColumnsTest {
  private static final String PAPER = World.GENERATED + "@1-AuthMech/Auth-1";
  private static final String WHOLE = World.COMPLETE + "@DUT";
  private static final String PAIR = World.PARAMETER + "@10-SecParam/Par-1+11-SecComMech/Com-1";
  private static final String OTHER = "description: another login\nendpoints: [tcp/8443]";

  private static Optional<Digest> columns(
      World world, String item, Optional<Set<String>> columns, Observation... seen) {
    Catalogue c = world.catalogue();
    Dossier d = world.dossier();
    Prepared prepared = Prepared.of(c, Checks.of(world.checks), new FlagRules());
    TestItem planned = world.planned(item);
    UnitProfile p = prepared.unit(planned.unit().id());
    UnitProfile told =
        new UnitProfile(
            p.unit(),
            p.testCase(),
            p.group(),
            p.provision(),
            p.check(),
            p.refutesOnly(),
            p.rule(),
            p.digest(),
            p.tables(),
            p.wholeTables(),
            p.readsIcs(),
            p.readsProduct(),
            p.readsPolicy(),
            p.open(),
            columns);
    return new BasisDigests(BasisDigestsTest.facts(c, d), new EntryReferences(prepared, d.ixit()))
        .columns(planned, told, List.of(seen), List.of());
  }

  @Test
  void ofARowOnlyTheColumnsOfTheUnitCount() {
    Optional<Set<String>> description = Optional.of(Set.of("description"));
    Optional<Digest> before = columns(new World(), PAPER, description);
    World more =
        new World()
            .entry("1-AuthMech", "Auth-1", "description: web login\nendpoints: [tcp/8443]\nx: y");
    assertThat(before).isPresent();
    assertThat(columns(more, PAPER, description)).isEqualTo(before);
    World row = new World().entry("1-AuthMech", "Auth-1", OTHER);
    assertThat(columns(row, PAPER, description)).isPresent().isNotEqualTo(before);
    assertThat(columns(new World(), PAPER, Optional.of(Set.of("description", "x"))))
        .isPresent()
        .isNotEqualTo(before);
    assertThat(columns(new World(), PAPER, description, BasisDigestsTest.line(Map.of(), Map.of())))
        .isPresent()
        .isNotEqualTo(before);
  }

  @Test
  void ofAPairTheColumnsOfBothRowsCount() {
    Optional<Set<String>> description = Optional.of(Set.of("description"));
    Optional<Digest> before = columns(new World(), PAIR, description);
    World second = new World().entry("11-SecComMech", "Com-1", "description: SSH");
    assertThat(columns(second, PAIR, description)).isPresent().isNotEqualTo(before);
  }

  @Test
  void thereAreNoColumnsWhereTheCatalogueTellsNoneOrThereIsNoRow() {
    assertThat(columns(new World(), PAPER, Optional.empty())).isEmpty();
    assertThat(columns(new World(), WHOLE, Optional.of(Set.of("description")))).isEmpty();
  }
}
