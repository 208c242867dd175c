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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierDiffTest {
  private static final Catalogue EDITION = CatalogueLoader.load(EditionId.named("3.1.3"));

  @TempDir private Path directory;

  @BeforeEach
  void writeTheDossierBefore() throws IOException {
    write("before", "1.0", "hunter2", "Y", "type: [password, pin]\n    description: For owners");
  }

  @Test
  void aDossierDoesNotDifferFromItself() {
    DossierDiff diff = diff("before", "before");
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.record()).isEmpty();
  }

  @Test
  void eachDifferenceIsNamedInTheWordsOfTheStandard() throws IOException {
    write("after", "1.1", "hunter2", "N", "type: [password]\n    description: For owners");
    assertThat(diff("before", "after").changes())
        .extracting(c -> c.part().word() + " " + c.brief() + ": " + c.before() + "|" + c.after())
        .containsExactly(
            "product product softwareVersion changed: 1.0|1.1",
            "answer 5.1-1 support changed: Y|N",
            "cell 1-AuthMech/AuthMech-1 type changed: password; pin|password");
    assertThat(diff("before", "after").changes().get(1).title()).contains("(M F (a))");
  }

  @Test
  void theOtherWayRoundEachDifferenceIsTurnedRound() throws IOException {
    write("after", "1.1", "hunter2", "N", "name: other");
    List<Change> there = diff("before", "after").changes();
    List<Change> back = diff("after", "before").changes();
    assertThat(back).hasSameSizeAs(there);
    assertThat(back)
        .extracting(c -> List.of(c.where(), c.field(), c.after(), c.before()))
        .containsExactlyInAnyOrderElementsOf(
            there.stream().map(c -> List.of(c.where(), c.field(), c.before(), c.after())).toList());
  }

  @Test
  void anotherPasswordIsToldAndNeverShown() throws IOException {
    write("after", "1.0", "swordfish", "Y", "type: [password, pin]\n    description: For owners");
    assertThat(diff("before", "after").changes()).isEmpty();
    List<Change> changes = diff("before", "after").testing();
    assertThat(changes).extracting(Change::field).containsExactly("credentials");
    assertThat(changes.toString()).doesNotContain("hunter2", "swordfish").contains("another");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: [password, pin]\\n    description: 'For owners'",
        "type:\\n      - password\\n      - pin\\n    description: >-\\n      For\\n      owners",
        "description: For owners\\n    type: ['password', \"pin\"]\\n    protection:",
      })
  void theFormOfACellIsNoDifference(String cells) throws IOException {
    write("after", "1.0", "hunter2", "Y", cells.replace("\\n", "\n"));
    assertThat(diff("before", "after").changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: [password; pin]\\n    description: For owners",
        "type: 'password; pin'\\n    description: For owners",
        "type: [pin, password]\\n    description: For owners",
      })
  void cellsThatLookAlikeAndSayOtherThingsDiffer(String cells) throws IOException {
    write("after", "1.0", "hunter2", "Y", cells.replace("\\n", "\n"));
    assertThat(diff("before", "after").changes()).hasSize(1);
  }

  private DossierDiff diff(String before, String after) {
    return DossierDiff.of(read(before), EDITION, read(after), EDITION);
  }

  private Dossier read(String name) {
    return DossierFolder.at(directory.resolve(name), Map.of()).open(new Problems()).orElseThrow();
  }

  private void write(String name, String version, String password, String support, String cells)
      throws IOException {
    Path folder = Files.createDirectories(directory.resolve(name).resolve("ixit"));
    Files.writeString(
        folder.resolveSibling("product.yaml"),
        """
        edition: "3.1.3"
        product: {manufacturer: M, name: N, model: X, softwareVersion: "%s"}
        test:
          unit: U
          state: initialized
          credentials: [{role: owner, user: admin, password: "%s"}]
        """
            .formatted(version, password));
    Files.writeString(
        folder.resolveSibling("ics.yaml"),
        "answers:\n  5.1-1: {support: %s, detail: So.}\n".formatted(support));
    Files.writeString(
        folder.resolve("1-AuthMech.yaml"),
        "table: 1-AuthMech\nentries:\n  - id: AuthMech-1\n    " + cells + "\n");
  }
}
