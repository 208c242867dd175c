package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.app.run.Driving;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void everyTemplateIsAcceptedWhenItIsUncommented(EditionId edition) throws IOException {
    Path dossier = place.resolve("product");
    NewDossier.create(dossier, CatalogueLoader.load(edition));
    Files.writeString(
        dossier.resolve("product.yaml"),
        Files.readString(dossier.resolve("product.yaml"))
            .replace("softwareVersion:", "softwareVersion: 1.0"));
    for (String file : List.of("product.yaml", "driver.yaml", "supply.yaml")) {
      uncomment(dossier.resolve(file));
    }
    // The row that the template names is for its user to write.
    String table = edition.version().equals("2.1.1") ? "11-ComMech" : "11-SecComMech";
    Path connections = dossier.resolve("ixit/" + table + ".yaml");
    Files.writeString(
        connections,
        Files.readString(connections)
            .replaceFirst(
                "(?m)^entries:$",
                "entries:\n  - {id: " + table.substring(3) + "-1, description: To the cloud.}"));
    // No password stands in the environment of a test.
    Files.writeString(
        dossier.resolve("product.yaml"),
        Files.readString(dossier.resolve("product.yaml"))
            .replace("passwordEnv: PLUMBLINE_ADMIN_PASSWORD", "password: printed in the manual"));
    assertThat(Workspace.open(dossier, TODAY).problems())
        .filteredOn(p -> p.severity() == Severity.ERROR)
        .isEmpty();
    Workspace workspace = Workspace.open(dossier, TODAY).workspace().orElseThrow();
    assertThat(workspace.product().targets()).hasSize(1);
    assertThat(workspace.product().clients()).hasSize(1);
    assertThat(new Driving(workspace, false, Optional.empty()).described().orElseThrow().actions())
        .hasSizeGreaterThan(12);
    assertThat(Formatting.format(dossier, edition.version(), false).changed()).isEmpty();
  }

  /** So that {@code check} shows each as one group. */
  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void whatIsNotStatedHasOneRemedyAKind(EditionId edition) throws IOException {
    Path dossier = place.resolve("product");
    NewDossier.create(dossier, CatalogueLoader.load(edition));
    int places = 0;
    for (String kind : List.of("PLB-3011", "PLB-3012")) {
      List<Problem> open =
          Workspace.open(dossier, TODAY).problems().stream()
              .filter(p -> p.id().equals(kind))
              .toList();
      assertThat(open.stream().map(Problem::remedy).distinct()).as(kind).hasSizeLessThan(2);
      places += open.size();
    }
    assertThat(places).isGreaterThan(10);
  }

  /** As the templates say: lines with one '#' are values, those with two explain. */
  private static void uncomment(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> out = new ArrayList<>(lines.subList(0, 1));
    lines.stream().skip(1).map(l -> l.replaceFirst("^( *)# ", "$1")).forEach(out::add);
    assertThat(out).as(file.toString()).isNotEqualTo(lines);
    Files.writeString(file, String.join("\n", out) + "\n");
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
