package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out comes back, in every format. */
class RoundTripTest {
  @TempDir private Path directory;

  static Stream<Arguments> dossiers() {
    return Stream.of(ExchangeFormat.values())
        .flatMap(
            f -> Stream.of("careless-camera", "sensor-tag-2.1.1").map(d -> Arguments.of(d, f)));
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void anExportBroughtIntoANewDossierSaysTheSame(String name, ExchangeFormat format) {
    ExampleDossier example = ExampleDossier.named(name);
    EditionId edition = example.catalogue().edition().id();
    ExampleDossier fresh = ExampleDossier.blank(directory.resolve("fresh"), edition);
    assertThat(fresh.takes(example.exported(format, directory))).isEmpty();
    assertThat(fresh.said()).isEqualTo(example.said());
    assertThat(fresh.open().product().name()).isEqualTo(example.open().product().name());
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void anExportBroughtBackChangesNothing(String name, ExchangeFormat format) {
    ExampleDossier example = ExampleDossier.named(name);
    Problems problems = new Problems();
    Delivery delivery =
        Delivery.read(example.exported(format, directory), java.util.Optional.empty(), problems)
            .orElseThrow();
    DossierUpdate.Changes changes = DossierUpdate.of(delivery, example.folder(), problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(changes.changes()).isEmpty();
    assertThat(changes.files()).isEmpty();
  }

  @Test
  void aFolderOfMarkdownSaysTheSame() throws IOException {
    ExampleDossier example = ExampleDossier.named("careless-camera");
    Path folder = Files.createDirectories(directory.resolve("markdown"));
    Map<String, byte[]> files = Export.folder(example.open(), example.catalogue(), new Problems());
    assertThat(files).hasSize(1 + example.catalogue().tables().size());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    ExampleDossier fresh =
        ExampleDossier.blank(directory.resolve("fresh"), example.catalogue().edition().id());
    assertThat(fresh.takes(folder)).isEmpty();
    assertThat(fresh.said()).isEqualTo(example.said());
  }
}
