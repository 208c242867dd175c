package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that are empty show in an export what typed fields of their row say. */
class TypedFieldsInExportsTest {
  private static final EditionId EDITION = EditionId.named("3.1.3");
  private static final String INTERVAL = "The device looks for updates every 24 hours.";
  private static final String OWN = "Our own words.";

  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));

  @BeforeEach
  void write() {
    dossier =
        ExampleDossier.blank(directory.resolve("a"), EDITION)
            .with(
                "ixit/7-UpdMech.yaml",
                """
                table: 7-UpdMech
                entries:
                  - id: UpdMech-1
                    description: Updates over the network.
                    updateChecking:
                    checkIntervalHours: 24
                    userNotification: Our own words.
                    notifies: true
                    userCanPostpone: false
                """)
            .with(
                "ixit/8-UpdProc.yaml",
                "table: 8-UpdProc\nentries:\n  - {id: UpdProc-1, timeFrameDays: 90}\n");
  }

  private String markdown() throws IOException {
    return Files.readString(dossier.exported(ExchangeFormat.MD, directory));
  }

  @Test
  void whatTheFieldsSayStandsInTheColumnAndWhatIsWrittenStays() throws IOException {
    assertThat(markdown())
        .contains(INTERVAL, "Users cannot postpone an update.", "90 days.", OWN)
        .doesNotContain("Users are told that an update is available.");
  }

  @ParameterizedTest
  @EnumSource
  void anImportOfItDeclaresNoWordOfOurs(ExchangeFormat format) throws IOException {
    Path file = dossier.exported(format, directory);
    ExampleDossier fresh = ExampleDossier.blank(directory.resolve("b"), EDITION);
    fresh.takes(file);
    assertThat(fresh.open().ixit().entry("7-UpdMech/UpdMech-1").orElseThrow().cells())
        .containsOnlyKeys(
            "id",
            "description",
            "checkIntervalHours",
            "userNotification",
            "notifies",
            "userCanPostpone");
    Problems problems = new Problems();
    Delivery delivery = Delivery.read(file, Optional.of(EDITION), problems).orElseThrow();
    assertThat(DossierUpdate.of(delivery, dossier.folder(), problems).changes()).isEmpty();
  }

  @Test
  void whatAPersonWritesInTheirPlaceIsTaken() throws IOException {
    Path file = dossier.exported(ExchangeFormat.MD, directory);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      // The hidden notes of the export stay as they are.
      lines.add(line.contains("[\"7-UpdMech\"") ? line : line.replace(INTERVAL, "Each night."));
    }
    Files.write(file, lines);
    dossier.takes(file);
    assertThat(
            dossier.open().ixit().entry("7-UpdMech/UpdMech-1").orElseThrow().text("updateChecking"))
        .isEqualTo("Each night.");
  }
}
