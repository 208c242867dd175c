package dev.plumbline.app;

import dev.plumbline.app.Workspace.Opened;
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
    Path copy = Files.createTempDirectory("plumbline-revision-");
    try {
      found.writeTo(copy);
      return Workspace.open(copy, today);
    } finally {
      delete(copy);
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
