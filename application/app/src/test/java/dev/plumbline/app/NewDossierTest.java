package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewDossierTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path place;

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void aNewDossierOpensAndHasNothingWrongButWhatIsMissing(EditionId edition) throws IOException {
    Path dossier = place.resolve("product");
    NewDossier.create(dossier, CatalogueLoader.load(edition));
    Opened opened = Workspace.open(dossier, TODAY);
    assertThat(opened.workspace()).isPresent();
    assertThat(opened.problems()).noneMatch(p -> p.severity() == Severity.ERROR);
    assertThat(opened.problems()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void theFirstLineOfEachFileNamesASchemaThatIsThere(EditionId edition) throws IOException {
    Path dossier = place.resolve("product");
    List<String> files = NewDossier.create(dossier, CatalogueLoader.load(edition));
    List<String> yaml = files.stream().filter(f -> f.endsWith(".yaml")).toList();
    assertThat(yaml).hasSizeGreaterThan(29);
    for (String file : yaml) {
      String first = Files.readAllLines(dossier.resolve(file)).getFirst();
      assertThat(first).as(file).startsWith("# yaml-language-server: $schema=");
      Path schema = dossier.resolve(file).resolveSibling(first.substring(first.indexOf('=') + 1));
      assertThat(schema).as(file).isRegularFile();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void formattingANewDossierChangesNothing(EditionId edition) throws IOException {
    Path dossier = place.resolve("product");
    NewDossier.create(dossier, CatalogueLoader.load(edition));
    assertThat(Formatting.format(dossier, edition.version(), false).changed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void aDirectoryWithSomethingInItIsLeftAlone(EditionId edition) throws IOException {
    Files.writeString(place.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> NewDossier.create(place, CatalogueLoader.load(edition)))
        .isInstanceOf(IOException.class);
    assertThat(place.toFile().list()).containsExactly("mine.txt");
  }
}
