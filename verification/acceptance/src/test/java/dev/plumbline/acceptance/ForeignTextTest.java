package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Text of devices, of files and of dossiers is read by expressions whose work is bounded. */
class ForeignTextTest {
  /** What reads texts of others that may be long. */
  private static final List<String> READERS =
      List.of(
          "gathering/recording",
          "gathering/clients",
          "gathering/probes",
          "gathering/importers",
          "gathering/capture",
          "gathering/firmware",
          "gathering/drivers",
          "model/exchange",
          "model/catalogue",
          "judging/declaration",
          "judging/judging",
          "judging/editions",
          "judging/schemes",
          "judging/insight",
          "judging/checks",
          "reporting/documents");

  /** What reads, beside these, texts of a dossier that are short by their form. */
  private static final List<String> SHORT =
      List.of(
          "foundation/core",
          "foundation/yaml",
          "model/dossier",
          "reporting/reports",
          "application/app",
          "application/views",
          "application/cli");

  /** A group that is repeated without end and gives back: Java matches it by recursion. */
  private static final Pattern RECURSES =
      Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,\\})(?!\\+)");

  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  @TestFactory
  List<DynamicTest> noReaderOfForeignTextUsesAnExpressionWithoutABound() {
    return READERS.stream()
        .map(m -> DynamicTest.dynamicTest(m, () -> assertThat(unbounded(m)).isEmpty()))
        .toList();
  }

  @TestFactory
  List<DynamicTest> noExpressionOnForeignTextRecurses() {
    return Stream.concat(READERS.stream(), SHORT.stream())
        .map(m -> DynamicTest.dynamicTest(m, () -> assertThat(recursing(m)).isEmpty()))
        .toList();
  }

  @Test
  void whatRecursesIsRecognised() {
    assertThat(RECURSES.matcher("(?:[^,\\\\]|\\\\.)*").find()).isTrue();
    assertThat(RECURSES.matcher("(?:a|b)*+").find()).isFalse();
    assertThat(RECURSES.matcher("(?:a|b){0,20}").find()).isFalse();
    assertThat(RECURSES.matcher("\\(+").find()).isFalse();
  }

  private static List<String> unbounded(String module) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources(module)) {
      if (Files.readString(file).contains("import java.util.regex.Pattern;")) {
        found.add(file + " uses Pattern; use BoundedPattern");
      }
    }
    return found;
  }

  private static List<String> recursing(String module) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources(module)) {
      String text = Files.readString(file);
      // Statements that make or use an expression; what stands in them as text is one.
      for (String statement : text.split(";\n")) {
        if (!statement.contains("Pattern.compile(")
            && !statement.contains(".matches(\"")
            && !statement.contains(".replaceAll(")
            && !statement.contains(".replaceFirst(")) {
          continue;
        }
        LITERAL
            .matcher(statement)
            .results()
            .map(m -> m.group())
            .filter(l -> RECURSES.matcher(l).find())
            .forEach(l -> found.add(file + ": " + l));
      }
    }
    return found;
  }

  private static List<Path> sources(String module) throws IOException {
    return SourceTree.texts(module + "/src/main/java").stream()
        .filter(f -> f.toString().endsWith(".java"))
        .toList();
  }
}
