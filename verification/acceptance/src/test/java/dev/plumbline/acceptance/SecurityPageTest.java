package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names for each promise and each finding tests that are there. */
class SecurityPageTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(Repository.at("docs/security.md")).stream()
        .filter(l -> l.startsWith("| "))
        .map(l -> Arrays.stream(l.split("\\|")).map(String::strip).skip(1).toList())
        .toList();
  }

  @Test
  void everyNamedTestIsThere() throws IOException {
    Set<String> named =
        TEST.matcher(Files.readString(Repository.at("docs/security.md")))
            .results()
            .map((MatchResult m) -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named).isSubsetOf(SourceTree.testClasses());
  }

  @Test
  void everyPromiseAndEveryFindingHasATest() throws IOException {
    List<List<String>> held =
        rows().stream().filter(r -> r.getFirst().matches("P\\d|\\d+")).toList();
    assertThat(held)
        .extracting(List::getFirst)
        .containsExactlyElementsOf(
            Stream.concat(
                    IntStream.rangeClosed(1, 9).mapToObj(i -> "P" + i),
                    IntStream.rangeClosed(1, 23).mapToObj(String::valueOf))
                .toList());
    assertThat(held).allSatisfy(r -> assertThat(r.getLast()).containsPattern(TEST));
    assertThat(held.subList(9, held.size()))
        .allSatisfy(r -> assertThat(r.get(2)).matches("(mended|part|refused)\\b.*"));
  }
}
