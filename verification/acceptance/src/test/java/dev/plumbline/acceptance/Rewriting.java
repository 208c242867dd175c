package dev.plumbline.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Copies of folders of text in which names and texts of files are others. */
final class Rewriting {
  private Rewriting() {}

  static void copy(Path from, Path to, UnaryOperator<String> change) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path target = to.resolve(change.apply(from.relativize(file).toString()));
      Files.createDirectories(target.resolveSibling("."));
      Files.writeString(target, change.apply(Files.readString(file)));
    }
  }
}
