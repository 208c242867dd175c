package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A folder of the product with more than forty classes is a list, and shows nobody the way. */
class FoldersStaySmallTest {
  private static final int MOST = 40;

  @Test
  void noFolderHasMoreThanFortyClasses() throws IOException {
    Map<String, Long> folders = classesByFolder();
    assertThat(folders).as("folders of the product").hasSizeGreaterThan(100);
    assertThat(folders)
        .as("split the folder by subject")
        .allSatisfy((f, n) -> assertThat(n).as(f).isLessThanOrEqualTo(MOST));
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
