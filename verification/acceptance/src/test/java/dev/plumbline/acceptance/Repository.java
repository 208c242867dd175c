package dev.plumbline.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in the source tree. */
final class Repository {
  /** Set to write expected files anew instead of comparing with them. */
  static final boolean UPDATE = Boolean.getBoolean("plumbline.update");

  private static final Path ROOT = find();

  private Repository() {}

  private static Path find() {
    Path here = Path.of("").toAbsolutePath();
    for (Path p = here; p != null; p = p.getParent()) {
      if (Files.isDirectory(p.resolve("examples")) && Files.exists(p.resolve("plumbline"))) {
        return p;
      }
    }
    throw new IllegalStateException("run from the source tree, not from " + here);
  }

  /** A file of the source tree, named from its root. */
  static Path at(String relative) {
    return ROOT.resolve(relative);
  }

  /** A copy of an example dossier as it is in the source tree. */
  static Path copyOfExample(String name, Path to) throws IOException {
    return copy(at("examples").resolve(name), to);
  }

  /** A copy of a directory. */
  static Path copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.sorted().toList();
    }
    for (Path path : all) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target);
      }
    }
    return to;
  }
}
