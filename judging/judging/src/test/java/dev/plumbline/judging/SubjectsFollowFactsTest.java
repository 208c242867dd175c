package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.plan.Planner;
import dev.plumbline.judging.rules.CelRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A row that says that a unit is not about it is no subject of the unit; silence removes none. */
class SubjectsFollowFactsTest {
  private static final Catalogue CATALOGUE = CatalogueLoader.load(EditionId.preset());
  private static final Dossier FULL = FullDossier.of(CATALOGUE, 1, List.of());

  private static IxitEntry row(String table, String id, String yaml) {
    return World.made(table, id, yaml);
  }

  /** Ids of the rows on which the unit is planned. */
  private static List<String> subjects(String unit, IxitEntry... rows) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>(FULL.ixit().tables());
    for (IxitEntry row : rows) {
      tables.put(row.table(), List.of());
    }
    for (IxitEntry row : rows) {
      List<IxitEntry> before = tables.getOrDefault(row.table(), List.of());
      tables.put(row.table(), Stream.concat(before.stream(), List.of(row).stream()).toList());
    }
    Dossier dossier =
        new Dossier(FULL.product(), FULL.ics(), new Ixit(tables), Map.of(), List.of(), List.of());
    return Planner.plan(CATALOGUE, dossier, Checks.of(List.of()), CelRules.of(CATALOGUE))
        .items()
        .filter(i -> i.unit().id().toString().equals(unit))
        .map(SubjectsFollowFactsTest::subject)
        .toList();
  }

  private static String subject(TestItem item) {
    return String.valueOf(item.id()).replaceFirst(".*@", "");
  }

  @Test
  void aComponentWithoutAnUpdateMechanismIsAskedForItsReasonAndForNoMechanism() {
    IxitEntry fixed = row("6-SoftComp", "Rom", "updateMechanism: []");
    IxitEntry updated = row("6-SoftComp", "App", "updateMechanism: [UpdMech-1]");
    IxitEntry silent = row("6-SoftComp", "Old", "description: says nothing of updates");
    assertThat(subjects("5.3-1-1a", fixed, updated, silent))
        .containsExactly("6-SoftComp/Rom", "6-SoftComp/Old");
    assertThat(subjects("5.3-1-1b", fixed, updated, silent))
        .containsExactly("6-SoftComp/App", "6-SoftComp/Old");
    assertThat(subjects("5.3-1-2a", fixed, updated, silent))
        .containsExactly("6-SoftComp/App", "6-SoftComp/Old");
  }

  @Test
  void sensitiveDataCountsWhereItGoesToAnAssociatedService() {
    IxitEntry toService = row("11-SecComMech", "Cloud", "partner: associated-service");
    IxitEntry toApp = row("11-SecComMech", "Local", "partner: app");
    IxitEntry sent =
        row("21-PersData", "Video", "sensitive: true\nsecureCommunicationMechanisms: [Cloud]");
    IxitEntry kept =
        row("21-PersData", "Names", "sensitive: true\nsecureCommunicationMechanisms: [Local]");
    IxitEntry dull =
        row("21-PersData", "Room", "sensitive: false\nsecureCommunicationMechanisms: [Cloud]");
    for (String unit : List.of("5.8-2-1a", "5.8-2-2a")) {
      assertThat(subjects(unit, toService, toApp, sent, kept, dull))
          .as(unit)
          .containsExactly("21-PersData/Video");
    }
  }

  @Test
  void onlyCriticalParametersThatAreHardCodedAreAskedForIt() {
    IxitEntry inSource =
        row(
            "10-SecParam",
            "Key",
            "type: critical\nprovisionedHardCoded: true\nhardCodedInSource: true");
    IxitEntry made =
        row(
            "10-SecParam",
            "Session",
            "type: critical\nprovisionedHardCoded: false\nhardCodedInSource: false");
    IxitEntry open =
        row(
            "10-SecParam",
            "Anchor",
            "type: public\nprovisionedHardCoded: true\nhardCodedInSource: true");
    for (String unit : List.of("5.4-3-1a", "5.4-3-1b", "5.4-3-2a")) {
      assertThat(subjects(unit, inSource, made, open)).as(unit).containsExactly("10-SecParam/Key");
    }
  }

  @Test
  void onlyHardCodedIdentitiesAreAskedForTamperResistance() {
    IxitEntry identity = row("10-SecParam", "Id", "hardCodedIdentity: true");
    IxitEntry other = row("10-SecParam", "Key", "hardCodedIdentity: false");
    for (String unit : List.of("5.4-2-1a", "5.4-2-1b", "5.4-2-1c", "5.4-2-2a")) {
      assertThat(subjects(unit, identity, other)).as(unit).containsExactly("10-SecParam/Id");
    }
  }
}
