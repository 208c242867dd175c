package dev.plumbline.acceptance;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files that are kept under version control, as near as can be told without it. */
final class SourceTree {
  private static final Set<String> BUILT =
      Set.of("target", ".git", ".idea", ".vscode", "plumbline-report", ".library");
  private static final Set<String> BINARY = Set.of("png", "jpg", "jar", "class", "bin", "pcap");

  private SourceTree() {}

  /** The text files below a directory of the source tree, sorted. */
  static List<Path> texts(String below) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        Repository.at(below),
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return BUILT.contains(name(dir))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(file);
            boolean text = !BINARY.contains(name.substring(name.lastIndexOf('.') + 1));
            if (attributes.isRegularFile() && text && !name.equals(".git")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }

  /** The simple names of all test classes. */
  static Set<String> testClasses() throws IOException {
    return texts("").stream()
        .filter(f -> f.toString().contains("src/test/java"))
        .map(SourceTree::name)
        .filter(n -> n.endsWith("Test.java"))
        .map(n -> n.substring(0, n.length() - ".java".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
