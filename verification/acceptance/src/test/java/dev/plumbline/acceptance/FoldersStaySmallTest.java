package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A folder of the product with more than forty classes is a list, and shows nobody the way; a file
 * with more than 400 lines does more than one thing.
 */
class FoldersStaySmallTest {
  private static final int MOST = 40;
  private static final int MOST_LINES = 400;

  @Test
  void noFolderHasMoreThanFortyClasses() throws IOException {
    Map<String, Long> folders = classesByFolder();
    assertThat(folders).as("folders of the product").hasSizeGreaterThan(100);
    assertThat(folders)
        .as("split the folder by subject")
        .allSatisfy((f, n) -> assertThat(n).as(f).isLessThanOrEqualTo(MOST));
  }

  @Test
  void noClassHasMoreThanFourHundredLines() throws IOException {
    Map<String, Integer> lengths = new TreeMap<>();
    for (Path file : classes()) {
      lengths.put(file.toString(), Files.readAllLines(Repository.at(file.toString())).size());
    }
    assertThat(lengths).as("classes of the product").hasSizeGreaterThan(500);
    assertThat(lengths)
        .as("split the class by responsibility")
        .allSatisfy((f, n) -> assertThat(n).as(f).isLessThanOrEqualTo(MOST_LINES));
  }

  private static Map<String, Long> classesByFolder() throws IOException {
    Map<String, Long> folders = new TreeMap<>();
    classes().forEach(f -> folders.merge(f.resolveSibling(".").toString(), 1L, Long::sum));
    return folders;
  }

  private static List<Path> classes() throws IOException {
    Path root = Repository.at(".").normalize();
    List<Path> classes = new ArrayList<>();
    for (Path sources : sources(root)) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"))
            .map(root::relativize)
            .forEach(classes::add);
      }
    }
    return classes;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> folders = Files.find(root, 5, (p, a) -> p.endsWith("src/main/java"))) {
      return folders.sorted().toList();
    }
  }
}
