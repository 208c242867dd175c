package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.core.disk.Scratch;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dossier as it is, or as it was at a revision of git.
 *
 * @param directory of the dossier
 * @param revision of its repository; empty for the files as they are
 */
public record DossierState(Path directory, Optional<String> revision) {

  /**
   * Reads {@code DIR} or {@code DIR@REV}. A directory whose name has an {@code @} is one.
   *
   * @param text as a person writes it
   */
  public static DossierState of(String text) {
    int at = text.lastIndexOf('@');
    boolean whole = at <= 0 || Files.exists(Path.of(text));
    return whole
        ? new DossierState(Path.of(text), Optional.empty())
        : new DossierState(Path.of(text.substring(0, at)), Optional.of(text.substring(at + 1)));
  }

  /**
   * Opens it. Files of a revision lie in a directory of their own while they are read, and evidence
   * cannot be read from it later.
   *
   * @throws IOException with the reason for people, if there is no such revision
   */
  public Opened open(LocalDate today) throws IOException {
    if (revision.isEmpty()) {
      return Workspace.open(directory, today);
    }
    GitRevision found = GitRevision.of(directory, revision.get());
    Path copies = Scratch.ofProcess().folder("revision-");
    try {
      // A base lies at most two folders above, so its copy lies below the temporary folder too.
      // With the names that the folders have, it never lies where the variant does.
      Path own = directory.toAbsolutePath().normalize();
      Path copy =
          copies
              .resolve("family")
              .resolve(name(Optional.ofNullable(own.getParent())))
              .resolve(name(Optional.of(own)));
      found.writeTo(copy);
      writeBase(found.commit(), copy);
      return Workspace.open(copy, today);
    } finally {
      delete(copies);
    }
  }

  /** The name of a folder; the root of all has none. */
  private static String name(Optional<Path> folder) {
    return folder
        .filter(f -> f.getNameCount() > 0)
        .map(f -> f.getName(f.getNameCount() - 1).toString())
        .orElse("root");
  }

  /** A variant was judged with its base as that was then. */
  private void writeBase(String commit, Path copy) throws IOException {
    Optional<String> way = DossierFolder.at(copy).wayToBase();
    Path own = directory.toAbsolutePath().normalize();
    if (way.isPresent() && !own.resolve(way.get()).normalize().equals(own)) {
      Path base = copy.resolve(way.get()).normalize();
      if (!base.startsWith(copy)) {
        GitRevision.of(own.resolve(way.get()).normalize(), commit).writeTo(base);
      }
    }
  }

  /** As a person writes it. */
  public String name() {
    return directory + revision.map(r -> "@" + r).orElse("");
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              p -> {
                try {
                  Files.delete(p);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
