package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.judging.Assessment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format as reviewed text; {@code -Dplumbline.update=true} rewrites the files. */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** Not text, of the catalogue alone, or with facts that the result here has not. */
  private static final Set<String> TESTED_ELSEWHERE =
      Set.of("pdf", "cdxa", "openvex", "mud", "mud-check", "oscal-catalog");

  static List<ReportFormat> formats() {
    return ServiceLoader.load(ReportFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(f -> !TESTED_ELSEWHERE.contains(f.id()))
        .toList();
  }

  @Test
  void everyGoldenFileIsOfAFormat() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(f -> String.valueOf(f.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              formats().stream().map(ReportFormat::fileName).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theFormatIsAsReviewed(ReportFormat format) throws IOException {
    Assessment result = Results.with("Camera <b>\u202E\u001b[31m");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(result, Written.context(), out);
    // They change with every word of the catalogue, and say nothing about the format.
    String text =
        out.toString(StandardCharsets.UTF_8)
            .replace(result.catalogue().digest().hex(), "CATALOGUE-DIGEST")
            .replaceAll("(\"profile\" : \\{\\s+\"uuid\" : \")[0-9a-f-]{36}", "$1CATALOGUE-UUID");
    Path file = GOLDEN.resolve(format.fileName());
    if (Boolean.getBoolean("plumbline.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
