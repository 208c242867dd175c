package dev.plumbline.importers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Severity;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Importers;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that once broke an importer, kept by its id; found by {@code verification/benchmarks/fuzz}
 * and others.
 */
class FindingsTest {
  private static final Path FOLDER = Path.of("src/test/resources/findings");

  static List<Path> findings() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("findings")
  void isReadOrGivesOneProblemAndNoFact(Path file) {
    String id = FOLDER.relativize(file).getName(0).toString();
    Importer importer = Importers.installed().byId(id).orElseThrow();
    ImportReport report =
        ImportTrial.at("192.0.2.10", "127.0.0.1").withMac("02:00:5e:00:53:01").read(importer, file);
    long errors = report.problems().stream().filter(p -> p.severity() == Severity.ERROR).count();
    assertThat(errors).isLessThanOrEqualTo(1);
    assertThat(report.observations()).allMatch(o -> errors == 0 && !o.subject().isEmpty());
  }
}
