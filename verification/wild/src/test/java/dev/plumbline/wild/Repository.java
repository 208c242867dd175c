package dev.plumbline.wild;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in the source tree. */
final class Repository {
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
}
