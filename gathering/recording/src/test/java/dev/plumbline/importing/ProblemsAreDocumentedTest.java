package dev.plumbline.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemsAreDocumentedTest {
  private static final Pattern ID = Pattern.compile("PLB-8\\d{3}");

  @Test
  void eachProblemOfAnImportStandsInTheDocs() throws IOException {
    Set<String> raised = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        ids(Files.readString(file)).forEach(raised::add);
      }
    }
    assertThat(raised).isNotEmpty();
    assertThat(ids(Files.readString(Path.of("../../docs/importing.md"))).toList())
        .containsExactlyElementsOf(raised);
  }

  private static Stream<String> ids(String text) {
    return ID.matcher(text).results().map(MatchResult::group).distinct().sorted();
  }
}
