package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/asvs.md answers each requirement of levels 1 and 2 of OWASP ASVS 5.0 once. */
class AsvsPageTest {
  private static final String PAGE = "docs/asvs.md";
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern DOCUMENT = Pattern.compile("\\[[^]]+\\]\\(([a-z-]+\\.md)\\)");
  private static final Pattern REQUIREMENTS = Pattern.compile("\\d+\\.\\d+\\.\\d+(, [0-9.]+)*");
  private static final List<String> ANSWERS = List.of("held", "does not apply", "not held");

  /** A line of the page: some requirements of one level that have one answer. */
  private record Line(
      List<String> requirements, String level, String answer, String why, String by) {
    static List<Line> all() throws IOException {
      return Files.readAllLines(Repository.at(PAGE)).stream()
          .map(Line::cells)
          .filter(c -> c.size() == 5 && REQUIREMENTS.matcher(c.getFirst()).matches())
          .map(
              c ->
                  new Line(
                      Arrays.asList(c.get(0).split(", ", -1)),
                      c.get(1),
                      c.get(2),
                      c.get(3),
                      c.get(4)))
          .toList();
    }

    private static List<String> cells(String line) {
      return Arrays.stream(line.split("\\|", -1))
          .map(String::strip)
          .filter(c -> !c.isEmpty())
          .toList();
    }
  }

  /** Level by requirement, as the standard has it. */
  private static Map<String, String> levels() throws IOException {
    Map<String, String> levels = new TreeMap<>();
    for (String line :
        Files.readAllLines(Repository.at("verification/acceptance/src/test/resources/asvs-5.0.txt"))
            .stream()
            .filter(l -> !l.startsWith("#"))
            .toList()) {
      String[] parts = line.split(" ", -1);
      for (int i = 0; i < parts[1].length(); i++) {
        levels.put(parts[0] + "." + (i + 1), parts[1].substring(i, i + 1));
      }
    }
    return levels;
  }

  @Test
  void theListOfTheStandardIsWhole() throws IOException {
    assertThat(levels().values()).filteredOn("1"::equals).hasSize(70);
    assertThat(levels().values()).filteredOn("2"::equals).hasSize(183);
    assertThat(levels().values()).filteredOn("3"::equals).hasSize(92);
  }

  @Test
  void everyRequirementOfBothLevelsStandsOnceWithItsLevel() throws IOException {
    List<String> answered = new ArrayList<>();
    for (Line line : Line.all()) {
      line.requirements().forEach(r -> answered.add(r + " " + line.level()));
    }
    assertThat(answered)
        .containsExactlyInAnyOrderElementsOf(
            levels().entrySet().stream()
                .filter(e -> !e.getValue().equals("3"))
                .map(e -> e.getKey() + " " + e.getValue())
                .toList());
  }

  @Test
  void everyAnswerHasItsReasonAndWhatIsHeldItsTestOrItsPage() throws IOException {
    assertThat(Line.all())
        .allSatisfy(
            line -> {
              assertThat(line.answer()).isIn(ANSWERS);
              assertThat(line.why()).endsWith(".");
              if (line.answer().equals("held")) {
                assertThat(line.by()).containsPattern(TEST.pattern() + "|" + DOCUMENT.pattern());
              }
              if (line.answer().equals("does not apply")) {
                assertThat(line.by()).isEqualTo("–");
              }
            });
  }

  @Test
  void everyTestAndPageThatItNamesIsThere() throws IOException {
    String page = Files.readString(Repository.at(PAGE));
    List<String> tests =
        TEST.matcher(page).results().map((MatchResult m) -> m.group(1)).distinct().toList();
    assertThat(tests).hasSizeGreaterThan(30).isSubsetOf(SourceTree.testClasses());
    assertThat(DOCUMENT.matcher(page).results().map((MatchResult m) -> m.group(1)).distinct())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(Repository.at("docs/" + d)).isRegularFile());
  }

  @Test
  void itsCountsAreThoseOfItsLines() throws IOException {
    String page = Files.readString(Repository.at(PAGE));
    for (String answer : ANSWERS) {
      List<Long> counts = Stream.of("1", "2").map(level -> count(level, answer)).toList();
      assertThat(page)
          .contains("| " + answer + " | " + counts.get(0) + " | " + counts.get(1) + " |");
    }
  }

  private static long count(String level, String answer) {
    try {
      return Line.all().stream()
          .filter(l -> l.level().equals(level) && l.answer().equals(answer))
          .mapToLong(l -> l.requirements().size())
          .sum();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
