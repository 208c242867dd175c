package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.declaration.data.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a table as a whole, and what to write instead. */
class TableShapeTest {
  private static final String OLDER = "2.1.1";
  private static final String NEWER = "3.1.3";

  @TempDir private Path directory;

  /** Problems of the shape of a table, as "place id what remedy". */
  private List<String> found(String edition, String table, String rows) throws IOException {
    String text = "# ixit/" + table + ".yaml\ntable: " + table + "\n" + rows + "\n";
    Path folder = directory.resolve(edition + table + Integer.toHexString(rows.hashCode()));
    return DossierText.of(text, edition).check(folder, edition).stream()
        .filter(p -> p.id().startsWith("PLB-400"))
        .map(p -> p.place() + " " + p.id() + " " + p.what() + " " + p.remedy())
        .toList();
  }

  @Test
  void aTableThatNoEditionHasIsNamedByItsNearest() throws IOException {
    assertThat(found(NEWER, "1-AuthMechs", "entries: [{id: A-1}]"))
        .containsExactly(
            "ixit/1-AuthMechs.yaml PLB-4001 There is no table '1-AuthMechs'. Write '1-AuthMech'.");
  }

  @Test
  void aTableOfTheOtherEditionIsNamedByItsNumberHere() throws IOException {
    String rest =
        ", and move what belongs elsewhere now; 'plumbline learn editions' tells what moved.";
    assertThat(found(NEWER, "15-Intf", "entries: [{id: A-1}]"))
        .containsExactly(
            "ixit/15-Intf.yaml PLB-4002 15-Intf is a table of V2.1.1; this dossier is for V3.1.3."
                + " Use 15-PhyIntf"
                + rest);
    assertThat(found(OLDER, "11-SecComMech", "entries: [{id: A-1}]"))
        .containsExactly(
            "ixit/11-SecComMech.yaml PLB-4002 11-SecComMech is a table of V3.1.3; this dossier is"
                + " for V2.1.1. Use 11-ComMech"
                + rest);
    assertThat(found(OLDER, "15-Intf", "entries: [{id: A-1}]")).isEmpty();
  }

  @Test
  void recordAndEntriesAreNotExchanged() throws IOException {
    assertThat(found(NEWER, "1-AuthMech", "record: {description: x}"))
        .containsExactly(
            "ixit/1-AuthMech.yaml:2:9 PLB-4007 1-AuthMech is written with 'record:'. Write"
                + " 'entries:' in this table.");
    assertThat(found(NEWER, "2-UserInfo", "entries: [{id: A-1}]"))
        .containsExactly(
            "ixit/2-UserInfo.yaml:2:11 PLB-4007 2-UserInfo is written with 'entries:'. Write"
                + " 'record:' in this table.");
    assertThat(found(NEWER, "2-UserInfo", "record: {modelDesignation: x}")).isEmpty();
    assertThat(found(NEWER, "1-AuthMech", "entries: [{id: A-1}]")).isEmpty();
  }

  @Test
  void aTableOfOneRecordHoldsOne() throws IOException {
    assertThat(found(NEWER, "2-UserInfo", "entries: [{id: A-1}, {id: B-1}]"))
        .containsExactly(
            "ixit/2-UserInfo.yaml:2:22 PLB-4006 2-UserInfo holds one record, here are 2. Join them"
                + " into one 'record:'.");
    assertThat(found(NEWER, "1-AuthMech", "entries: [{id: A-1}, {id: B-1}]")).isEmpty();
  }

  @Test
  void labelsDifferInMoreThanCase() throws IOException {
    assertThat(found(NEWER, "1-AuthMech", "entries: [{id: A-1}, {id: a-1}]"))
        .containsExactly(
            "ixit/1-AuthMech.yaml:2:22 PLB-4008 'a-1' differs from 'A-1' (line 2) in case only."
                + " Give one of them another label.");
  }

  @Test
  void aColumnIsFoundByItsPrintedNameOrItsNearest() throws IOException {
    String none = " PLB-4003 1-AuthMech has no column ";
    assertThat(
            found(
                NEWER,
                "1-AuthMech",
                "entries: [{id: A-1, Authentication Factor: x, uniquePerDevise: y}]"))
        .containsExactly(
            "ixit/1-AuthMech.yaml:2:44"
                + none
                + "'Authentication Factor'. Write 'authenticationFactor'.",
            "ixit/1-AuthMech.yaml:2:64" + none + "'uniquePerDevise'. Write 'uniquePerDevice'.");
    assertThat(found(NEWER, "1-AuthMech", "entries: [{id: A-1, brute: x}]"))
        .singleElement()
        .asString()
        .contains(none + "'brute'. Write one of: id, description, authenticationFactor, ")
        .endsWith(", ….");
  }

  /** People write the pro forma's printed name, Authentication Factor, for the key. */
  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyPrintedNameIsAnsweredWithItsKey(EditionId edition) {
    for (IxitTable table : DossierText.catalogue(edition).tables().values()) {
      List<IxitColumn> all =
          Stream.concat(table.columns().stream(), table.fields().stream()).toList();
      List<String> keys = all.stream().map(IxitColumn::key).toList();
      assertThat(all)
          .allSatisfy(
              c ->
                  assertThat(Texts.instead(c.name(), keys))
                      .as("%s", table.id())
                      .isEqualTo("Write '" + c.key() + "'."));
    }
  }

  @Test
  void aColumnOfOneOtherTableIsSentThere() throws IOException {
    assertThat(found(NEWER, "1-AuthMech", "entries: [{id: A-1, pads: [x]}]"))
        .containsExactly(
            "ixit/1-AuthMech.yaml:2:27 PLB-4004 'pads' is no column of 1-AuthMech. Move it to the"
                + " entry of 15-PhyIntf that it belongs to.");
  }

  @Test
  void aColumnOfTheOtherEditionIsNamedByItsCounterpartOrRemoved() throws IOException {
    assertThat(found(NEWER, "10-SecParam", "entries: [{id: A-1, communicationMechanisms: x}]"))
        .singleElement()
        .asString()
        .contains("PLB-4005", "10-SecParam", "V2.1.1")
        .endsWith("Write 'secureCommunicationMechanisms'.");
    assertThat(found(OLDER, "21-PersData", "entries: [{id: A-1, anonymization: x}]"))
        .singleElement()
        .asString()
        .contains("PLB-4005", "21-PersData", "V3.1.3")
        .endsWith("Remove it; this edition has no counterpart in this table.");
    assertThat(found(OLDER, "21-PersData", "entries: [{id: A-1, storingConsent: x}]"))
        .singleElement()
        .asString()
        .as("obtainingConsent is in both")
        .endsWith("Remove it; this edition has no counterpart in this table.");
  }
}
