package dev.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplyTest {
  @TempDir private Path folder;

  private Supply read(String text, Problems problems) throws IOException {
    Files.writeString(folder.resolve("supply.yaml"), text);
    return Supply.read(DossierFolder.at(folder), problems);
  }

  @Test
  void whatIsWrittenWellIsReadAndTheRestIsToldWithItsPlace() throws IOException {
    Problems problems = new Problems();
    Supply supply =
        read(
            """
            batch: SN 100 to 199
            firstSupplied: 31.12.2026
            dateOfIssue: 2026-11-27
            securityTxtUrl: http://devices.example/security.txt
            securityTxtExpires: soon
            importers: nobody
            """,
            problems);
    assertThat(supply.facts()).containsOnlyKeys("batch", "dateOfIssue");
    assertThat(problems.sorted())
        .extracting(p -> p.id() + ":" + p.place().line())
        .contains("PLB-2601:2", "PLB-2601:4", "PLB-2601:5")
        .anyMatch(p -> p.endsWith(":6"));
  }

  @Test
  void aDossierWithoutTheFileDeclaresNothing() {
    Problems problems = new Problems();
    assertThat(Supply.read(DossierFolder.at(folder), problems).facts()).isEmpty();
    assertThat(problems.sorted()).isEmpty();
  }
}
