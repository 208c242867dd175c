package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn verify} is green where there is nothing but a JDK, git and a shell: what starts
 * another program of the system carries the tag {@code peers}.
 */
class OutsideProgramsTest {
  /** They start Java, git, or the programs that every shell has. */
  private static final Set<String> NEED_NO_MORE =
      Set.of(
          "BranchMergeTest",
          "ChangePagesTest",
          "EntryScriptsTest",
          "FamilyCommandTest",
          "GitRevisionTest",
          "JournalCrashTest",
          "MergeCommandTest",
          "NewThingsTest",
          "OriginalsStayTest",
          "PipelineRecipeTest",
          "PlainHttpBesideTlsTest",
          "RefusedFilesTest",
          "ScratchTest");

  private static final Pattern STARTS = Pattern.compile("new\\s+ProcessBuilder\\b");
  private static final Pattern TAGGED = Pattern.compile("@Tag\\(\"(peers|release)\"\\)");
  private static final Pattern NAMES = Pattern.compile("\\b[A-Z][A-Za-z0-9]+\\b");

  @Test
  void whatStartsAnotherProgramIsTagged() throws IOException {
    Set<String> untagged = new TreeSet<>();
    for (Map<String, String> module : modules()) {
      Set<String> starting = starting(module);
      module.forEach(
          (name, text) -> {
            boolean test = name.endsWith("Test") || name.endsWith("Properties");
            if (test && starting.contains(name) && !TAGGED.matcher(text).find()) {
              untagged.add(name);
            }
          });
    }
    assertThat(untagged).isEqualTo(new TreeSet<>(NEED_NO_MORE));
  }

  /** The classes that start a program, and those that name such a class. */
  private static Set<String> starting(Map<String, String> sources) {
    Set<String> starting =
        sources.entrySet().stream()
            .filter(s -> STARTS.matcher(s.getValue()).find())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(HashSet::new));
    while (true) {
      Set<String> more =
          sources.entrySet().stream()
              .filter(s -> !starting.contains(s.getKey()))
              .filter(s -> names(s.getValue()).anyMatch(starting::contains))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      if (!starting.addAll(more)) {
        return starting;
      }
    }
  }

  private static Stream<String> names(String source) {
    String code = source.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\"[^\"\\n]*\"", "");
    return NAMES.matcher(code).results().map(MatchResult::group);
  }

  /** The test sources of each module, by the simple name of their class. */
  private static Iterable<Map<String, String>> modules() throws IOException {
    Map<Path, Map<String, String>> modules = new HashMap<>();
    for (Path file : SourceTree.texts("")) {
      String path = Repository.at("").relativize(file).toString();
      int at = path.indexOf("/src/test/java/");
      if (at > 0 && path.endsWith(".java")) {
        modules
            .computeIfAbsent(Path.of(path.substring(0, at)), m -> new HashMap<>())
            .put(SourceTree.name(file).replace(".java", ""), Files.readString(file));
      }
    }
    return modules.values();
  }
}
