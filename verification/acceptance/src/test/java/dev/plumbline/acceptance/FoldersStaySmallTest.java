package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A folder of the product with more than forty classes is a list, and shows nobody the way. */
class FoldersStaySmallTest {
  private static final int MOST = 40;
  private static final Path LIST =
      Repository.at("verification/acceptance/expected/large-folders.txt");

  /**
   * The list names the folders that are still larger, with their size; a larger size is a fault.
   */
  @Test
  void noFolderHasMoreThanFortyClassesButThoseOnTheList() throws IOException {
    String large =
        classesByFolder().entrySet().stream()
            .filter(f -> f.getValue() > MOST)
            .map(f -> f.getKey() + " " + f.getValue() + "\n")
            .collect(Collectors.joining());
    if (Repository.UPDATE) {
      Files.writeString(LIST, large);
    }
    assertThat(large).as("split the folder by subject").isEqualTo(Files.readString(LIST));
  }

  private static Map<String, Long> classesByFolder() throws IOException {
    Path root = Repository.at(".").normalize();
    Map<String, Long> folders = new TreeMap<>();
    for (Path sources : sources(root)) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"))
            .forEach(f -> folders.merge(root.relativize(f.getParent()).toString(), 1L, Long::sum));
      }
    }
    return folders;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> folders = Files.find(root, 5, (p, a) -> p.endsWith("src/main/java"))) {
      return folders.sorted().toList();
    }
  }
}
