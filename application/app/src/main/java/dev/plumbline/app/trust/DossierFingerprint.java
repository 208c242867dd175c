package dev.plumbline.app.trust;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The digests of what people write in a dossier and its base: of every file, but of the record, the
 * evidence and reports, which every run changes.
 *
 * @param files by path relative to the dossier
 */
public record DossierFingerprint(SortedMap<String, Digest> files) {
  private static final Set<String> WRITTEN_BY_RUNS =
      Set.of(".git", "record", "evidence", "evidence.yaml", "plumbline-report");
  private static final int MOST_FILES = 20_000;

  public DossierFingerprint {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Reads them all.
   *
   * @throws IOException if a file cannot be read, or the folder holds too many
   */
  static DossierFingerprint of(Workspace workspace) throws IOException {
    SortedMap<String, Digest> files = new TreeMap<>();
    Path directory = workspace.folder().directory();
    add(directory, "", files);
    for (Path named : named(workspace.folder())) {
      files.put(directory.relativize(named).toString(), digest(named));
    }
    Optional<DossierFolder> base = workspace.base();
    if (base.isPresent()) {
      add(base.get().directory(), "base of it/", files);
    }
    return new DossierFingerprint(files);
  }

  /** One digest for all of it. */
  public Digest digest() {
    return Digest.ofParts(
        files.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue().hex())).toList());
  }

  /** What became of an earlier one, such as {@code changed product.yaml}. */
  List<String> since(DossierFingerprint earlier) {
    List<String> told = new ArrayList<>();
    for (String file : files.keySet()) {
      Digest before = earlier.files.get(file);
      if (before == null) {
        told.add("new " + file);
      } else if (!before.equals(files.get(file))) {
        told.add("changed " + file);
      }
    }
    earlier.files.keySet().stream()
        .filter(f -> !files.containsKey(f))
        .forEach(f -> told.add("removed " + f));
    return told;
  }

  /** The files that product.yaml and driver.yaml name, also where runs write. */
  private static List<Path> named(DossierFolder folder) {
    Problems told = new Problems();
    return Stream.of("product.yaml", DossierFolder.DRIVER)
        .flatMap(file -> folder.source(file, told).stream())
        .flatMap(text -> texts(text.root()))
        .flatMap(name -> folder.file(name, told).stream())
        .toList();
  }

  private static Stream<String> texts(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> Stream.of(scalar.text().strip());
      case YamlNode.Listing listing -> listing.items().stream().flatMap(DossierFingerprint::texts);
      case YamlNode.Mapping mapping ->
          mapping.fields().values().stream().flatMap(f -> texts(f.value()));
    };
  }

  private static void add(Path folder, String before, SortedMap<String, Digest> files)
      throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return isWrittenByRuns(folder, dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isWrittenByRuns(folder, file)) {
              files.put(before + folder.relativize(file), digest(file, attributes));
              if (files.size() > MOST_FILES) {
                throw new IOException(
                    folder
                        + " holds more than "
                        + MOST_FILES
                        + " files; keep what is not part of the dossier elsewhere");
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isWrittenByRuns(Path folder, Path path) {
    return folder.equals(path.getParent())
        && WRITTEN_BY_RUNS.contains(path.getFileName().toString());
  }

  /** Of a link, where it leads; it is never followed. */
  private static Digest digest(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      return Digest.ofParts(List.of("link", Files.readSymbolicLink(file).toString()));
    }
    return attributes.isRegularFile() ? digest(file) : Digest.ofParts(List.of("no regular file"));
  }

  private static Digest digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Digest.of(in);
    }
  }
}
