package dev.plumbline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.EditionMoves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person has to fill in after a dossier went to the other edition. */
class ColumnsTest {
  private static final Catalogue OLDER = CatalogueLoader.load(EditionId.named("2.1.1"));
  private static final Catalogue NEWER = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final EditionRoute ROUTE =
      new EditionRoute(
          OLDER,
          NEWER,
          EditionMoves.between(OLDER.edition().id(), NEWER.edition().id()).orElseThrow());

  private static List<ToDo> toFill(String table, String text) {
    return Columns.toFill(ROUTE, Map.of("ixit/" + table + ".yaml", text));
  }

  private static Optional<String> source(String table, String key) {
    return Columns.source(ROUTE, NEWER.table(table).orElseThrow(), key);
  }

  private static ToDo carrier(String rows) {
    return new ToDo(
        "ixit/11-SecComMech.yaml",
        "11-SecComMech Interface",
        "The column is new; fill it in for "
            + rows
            + ": Interface that carries the mechanism; tells remote accessibility.");
  }

  @Test
  void aNewColumnIsToBeFilledInForTheRowsThatThereAre() {
    assertThat(toFill("11-SecComMech", "entries: [{id: A-1}]")).containsExactly(carrier("the row"));
    assertThat(toFill("11-SecComMech", "entries: [{id: A-1}, {id: B-1}]"))
        .containsExactly(carrier("the 2 rows"));
    assertThat(toFill("2-UserInfo", "record: {modelDesignation: x}"))
        .extracting(ToDo::where)
        .containsExactly("2-UserInfo Documentation of Maintenance Check");
  }

  @Test
  void aTableWithoutRowsHasNothingToBeFilledIn() {
    assertThat(toFill("11-SecComMech", "entries: []")).isEmpty();
    assertThat(toFill("11-SecComMech", "table: 11-SecComMech")).isEmpty();
    assertThat(Columns.toFill(ROUTE, Map.of())).isEmpty();
  }

  @Test
  void aColumnComesFromTheOneThatItWas() {
    assertThat(source("1-AuthMech", "authenticationFactor"))
        .contains("1-AuthMech authenticationFactor");
    assertThat(source("15-PhyIntf", "protection")).contains("15-Intf protection");
    assertThat(source("10-SecParam", "secureCommunicationMechanisms"))
        .contains("10-SecParam communicationMechanisms");
    assertThat(source("11-SecComMech", "interface")).isEmpty();
    assertThat(source("28-LogIntf", "status")).isEmpty();
  }
}
