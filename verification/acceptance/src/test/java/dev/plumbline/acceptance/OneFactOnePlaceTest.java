package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands twice is mended in one place and stays wrong in the other. */
class OneFactOnePlaceTest {
  private static final int BLOCK = 30;
  private static final Path ROOT = Repository.at("");

  /**
   * A file of the product.
   *
   * @param module its folders, such as {@code model/dossier}
   */
  private record Source(String module, Path path) {
    String name() {
      return SourceTree.name(path);
    }
  }

  /** A line of code and where it stands, without the space around it. */
  private record Line(int number, String text) {}

  private record Block(Source source, List<Line> lines) {
    List<String> texts() {
      return lines.stream().map(Line::text).toList();
    }

    String shown() {
      return OneFactOnePlaceTest.shown(source.path()) + ":" + lines.getFirst().number();
    }
  }

  @Test
  void noTwoModulesHoldTheSameResource() throws IOException {
    Map<String, Set<String>> modules = new TreeMap<>();
    Map<String, Set<String>> files = new TreeMap<>();
    for (Source source : sources("resources")) {
      byte[] bytes = Files.readAllBytes(source.path());
      String digest = Digest.of(bytes).hex();
      if (!new String(bytes, StandardCharsets.UTF_8).isBlank()) {
        modules.computeIfAbsent(digest, d -> new TreeSet<>()).add(source.module());
        files.computeIfAbsent(digest, d -> new TreeSet<>()).add(shown(source.path()));
      }
    }
    assertThat(
            files.entrySet().stream()
                .filter(e -> modules.getOrDefault(e.getKey(), Set.of()).size() > 1)
                .map(Map.Entry::getValue))
        .isEmpty();
  }

  @Test
  void noTwoModulesHoldTheSameThirtyLines() throws IOException {
    Map<Integer, Block> first = new HashMap<>();
    Set<String> twice = new TreeSet<>();
    for (Source source : sources("java")) {
      List<Line> lines = code(Files.readAllLines(source.path()));
      for (int i = 0; i + BLOCK <= lines.size(); i++) {
        Block block = new Block(source, lines.subList(i, i + BLOCK));
        Block before = first.putIfAbsent(block.texts().hashCode(), block);
        if (before != null
            && !before.source().module().equals(source.module())
            && before.texts().equals(block.texts())) {
          twice.add(block.shown() + " as " + before.shown());
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void aBlockIsKnownWhateverItsImportsCommentsAndIndents() {
    assertThat(code(List.of("import a.B;", "", "  /** Says. */", "    int x = 1; ")))
        .containsExactly(new Line(4, "int x = 1;"));
  }

  @Test
  void noNameStandsForTwoClassesOfOneModule() throws IOException {
    Map<String, Set<String>> places = new TreeMap<>();
    for (Source source : sources("java")) {
      if (!source.name().equals("package-info.java")) {
        places
            .computeIfAbsent(source.module() + " " + source.name(), n -> new TreeSet<>())
            .add(shown(source.path()));
      }
    }
    assertThat(places.values().stream().filter(p -> p.size() > 1)).isEmpty();
  }

  /** At most twenty, each in the list: who looks a class up by its name should find one. */
  @Test
  void fewNamesStandForTwoClassesOfTheWhole() throws IOException {
    Map<String, Long> classes = new TreeMap<>();
    for (Source source : sources("java")) {
      if (source.name().endsWith(".java") && !source.name().endsWith("-info.java")) {
        classes.merge(source.name().replace(".java", ""), 1L, Long::sum);
      }
    }
    classes.values().removeIf(n -> n < 2);
    assertThat(classes.keySet()).containsExactlyElementsOf(namesOfTwoClasses());
    assertThat(classes).hasSizeLessThanOrEqualTo(20);
  }

  private static List<String> namesOfTwoClasses() throws IOException {
    return Files.readAllLines(
            Repository.at("verification/acceptance/expected/names-of-two-classes.txt"))
        .stream()
        .filter(l -> !l.startsWith("#"))
        .toList();
  }

  private static List<Line> code(List<String> lines) {
    List<Line> code = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      if (!text.isEmpty()
          && Stream.of("import ", "package ", "//", "/*", "*").noneMatch(text::startsWith)) {
        code.add(new Line(i + 1, text));
      }
    }
    return code;
  }

  /** The files that stand in {@code src/main} below this folder, in every module. */
  private static List<Source> sources(String kind) throws IOException {
    String inside = "/src/main/" + kind + "/";
    return SourceTree.texts("").stream()
        .filter(f -> shown(f).contains(inside))
        .map(f -> new Source(shown(f).substring(0, shown(f).indexOf(inside)), f))
        .toList();
  }

  private static String shown(Path file) {
    return ROOT.relativize(file).toString();
  }
}
