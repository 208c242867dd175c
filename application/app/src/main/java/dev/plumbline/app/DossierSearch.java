package dev.plumbline.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds dossiers in folders. Follows no links. */
public final class DossierSearch {
  /** A dossier lies at most so many folders deep. */
  static final int DEEPEST = 8;

  private static final String MARK = "product.yaml";

  private DossierSearch() {}

  /**
   * The dossiers in these folders, each once, in the order in which the folders are named and by
   * path in each.
   *
   * @param folders a dossier each, or a folder that holds dossiers at any depth down to eight
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> in(List<Path> folders) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> here = new ArrayList<>();
      Files.walkFileTree(folder, Set.of(), DEEPEST, new Finder(here));
      here.stream().sorted().forEach(found::add);
    }
    return found.stream().distinct().toList();
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      if (Files.isRegularFile(directory.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
        found.add(directory);
        // A dossier holds files of all kinds, never another dossier.
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
