package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/third-party.md against what the build resolves for the program to run with. */
class ThirdPartyListTest {
  private static final Path DOCUMENT = Path.of("../../docs/third-party.md");
  private static final Path RESOLVED = Path.of("target/third-party.list");
  private static final Pattern DEPENDENCY =
      Pattern.compile("^\\s+([\\w.-]+:[\\w.-]+):jar:([\\w.-]+):(?:compile|runtime)\\b");
  private static final Pattern ROW =
      Pattern.compile("^\\| ([\\w.-]+:[\\w.-]+) \\| ([\\w.-]+) \\| ([^|]+) \\|");
  private static final Set<String> ACCEPTED =
      Set.of("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "LGPL-2.1", "MIT");

  @Test
  void everyLibraryOfTheProgramIsListedAndNoOther() throws IOException {
    assertThat(libraries(matches(DEPENDENCY, RESOLVED))).hasSizeGreaterThan(10);
    assertThat(libraries(matches(ROW, DOCUMENT)))
        .as("run tools/licences and review the change")
        .isEqualTo(libraries(matches(DEPENDENCY, RESOLVED)));
  }

  @Test
  void everyLicenceIsAccepted() throws IOException {
    assertThat(matches(ROW, DOCUMENT))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.group(3).split(" or "))
                    .as(row.group(1))
                    .containsAnyElementsOf(ACCEPTED));
  }

  private static List<MatchResult> matches(Pattern pattern, Path file) throws IOException {
    return Files.readAllLines(file).stream().flatMap(l -> pattern.matcher(l).results()).toList();
  }

  private static Set<String> libraries(List<MatchResult> matches) {
    return matches.stream()
        .map(m -> m.group(1) + " " + m.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
