package dev.plumbline.insight.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables, rows and cells that come, go, or say something else. */
class IxitChangesTest {
  private static final Catalogue EDITION = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final String ROW = "{id: A-1, description: For owners, kind: [], type: }";

  @TempDir private Path directory;

  private Dossier dossier(String name, Map<String, String> tables) throws IOException {
    Path folder = directory.resolve(name);
    Path ixit = Files.createDirectories(folder.resolve("ixit"));
    Files.writeString(folder.resolve("product.yaml"), "edition: \"3.1.3\"\n");
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(
          ixit.resolve(table.getKey() + ".yaml"),
          "table: " + table.getKey() + "\nentries: [" + table.getValue() + "]\n");
    }
    return DossierFolder.at(folder, Map.of()).open(new Problems()).orElseThrow();
  }

  private List<String> changes(Map<String, String> before, Map<String, String> after)
      throws IOException {
    Dossier was = dossier("before", before);
    Dossier is = dossier("after", after);
    return DossierDiff.of(was, EDITION, is, EDITION).changes().stream()
        .map(
            c ->
                c.part().word()
                    + " "
                    + c.brief()
                    + " ["
                    + c.title()
                    + "] "
                    + c.before()
                    + "|"
                    + c.after())
        .toList();
  }

  @Test
  void aTableThatComesIsToldWithItsRowsAndEmptyCellsAreLeftOut() throws IOException {
    assertThat(changes(Map.of(), Map.of("1-AuthMech", ROW)))
        .containsExactly(
            "table 1-AuthMech added [Authentication Mechanisms] |",
            "row 1-AuthMech/A-1 added [Authentication Mechanisms] |Description: For owners; kind:"
                + " none");
  }

  @Test
  void aTableThatGoesIsToldWithItsRows() throws IOException {
    assertThat(changes(Map.of("1-AuthMech", ROW), Map.of()))
        .containsExactly(
            "table 1-AuthMech removed [Authentication Mechanisms] |",
            "row 1-AuthMech/A-1 removed [Authentication Mechanisms] Description: For owners; kind:"
                + " none|");
  }

  @Test
  void rowsThatComeAndGoAreToldWithoutTheirTable() throws IOException {
    assertThat(
            changes(
                Map.of("1-AuthMech", ROW + ", {id: A-2, description: Old}"),
                Map.of("1-AuthMech", "{id: A-3, description: New}, " + ROW)))
        .containsExactly(
            "row 1-AuthMech/A-2 removed [Authentication Mechanisms] Description: Old|",
            "row 1-AuthMech/A-3 added [Authentication Mechanisms] |Description: New");
  }

  @Test
  void tablesAreToldInTheOrderOfTheirNumbers() throws IOException {
    assertThat(changes(Map.of("10-SecParam", ""), Map.of("2-UserInfo", "", "1-AuthMech", "")))
        .extracting(c -> c.split(" ")[1])
        .containsExactly("1-AuthMech", "2-UserInfo", "10-SecParam");
  }

  @Test
  void aCellThatComesGoesOrChangesIsToldByItsName() throws IOException {
    assertThat(
            changes(
                Map.of("1-AuthMech", "{id: A-1, description: Old, kind: [x]}"),
                Map.of("1-AuthMech", "{id: A-1, description: New, defaultStatus: on}")))
        .containsExactly(
            "cell 1-AuthMech/A-1 description changed [Description] Old|New",
            "cell 1-AuthMech/A-1 defaultStatus added [Default Status] |on",
            "cell 1-AuthMech/A-1 kind removed [kind] x|");
  }
}
