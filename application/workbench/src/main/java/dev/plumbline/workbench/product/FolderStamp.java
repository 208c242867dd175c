package dev.plumbline.workbench.product;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Digest of the names, sizes and times of all files of a dossier: cheap enough to be taken at each
 * request, so that a file that somebody edits beside the workbench is seen at once.
 */
final class FolderStamp {
  private static final int DEEPEST = 8;

  private FolderStamp() {}

  /** The stamp of these folders. Follows no links. */
  static Digest of(List<Path> folders) throws IOException {
    List<String> files = new ArrayList<>();
    for (Path folder : folders) {
      Files.walkFileTree(folder, Set.of(), DEEPEST, new Collector(folder, files));
    }
    files.sort(String::compareTo);
    return Digest.ofParts(files);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<String> files;

    Collector(Path root, List<String> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!file.endsWith(".lock")) {
        files.add(
            root
                + "\n"
                + root.relativize(file)
                + "\n"
                + attributes.size()
                + " "
                + attributes.lastModifiedTime()
                + " "
                + attributes.fileKey());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // A file that went away while the folder was read changes the stamp of the next time.
      return FileVisitResult.CONTINUE;
    }
  }
}
