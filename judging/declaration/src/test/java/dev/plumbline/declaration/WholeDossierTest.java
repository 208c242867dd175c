package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples that ship are whole: no provision, condition or feature is open, nothing is wrong.
 */
public class WholeDossierTest {

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("../../examples"))) {
      return folders.filter(f -> Files.exists(f.resolve("ics.yaml"))).sorted().toList().stream();
    }
  }

  private static List<Problem> check(Path folder) {
    Dossier dossier = DossierFolder.at(folder, Map.of()).open(new Problems()).orElseThrow();
    return DeclarationCheck.check(
        DossierText.catalogue(dossier.product().edition()), dossier, DossierText.TODAY);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void leavesNothingOpen(Path folder) {
    assertThat(check(folder))
        .extracting(Problem::id)
        .doesNotContain("PLB-3010", "PLB-3011", "PLB-3012");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasNoErrors(Path folder) {
    assertThat(check(folder)).filteredOn(p -> p.severity() == Severity.ERROR).isEmpty();
  }
}
