package dev.plumbline.app.trust;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.UserSettings;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.Quoting;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a person agreed to, one file for each state of a dossier, named by its digest.
 *
 * @param folder outside of every dossier
 */
record TrustStore(Path folder) {
  private static final String END = ".yaml";
  private static final long LONGEST = 8L * 1024 * 1024;

  /**
   * An agreement that was kept.
   *
   * @param dossier the folder at that time
   */
  record Kept(Path dossier, Instant time, DossierFingerprint files) {}

  /** Empty where the environment names no folder of settings. */
  static Optional<TrustStore> of(Map<String, String> environment) {
    return UserSettings.folder(environment).map(f -> new TrustStore(f.resolve("trust")));
  }

  /** The agreement to this state, if it is kept. */
  Optional<Kept> find(Digest digest) {
    return read(file(digest)).filter(k -> k.files().digest().equals(digest));
  }

  /** The last agreement to another state of the dossier in this folder. */
  Optional<Kept> last(Path dossier) throws IOException {
    return all(dossier).stream()
        .flatMap(f -> read(f).stream())
        .max(Comparator.comparing(Kept::time));
  }

  void keep(Path dossier, DossierFingerprint files, Instant time) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Owner.folder(folder);
    StringBuilder text = new StringBuilder(1024);
    text.append("# Written by 'plumbline trust'. 'plumbline trust DIR --revoke' removes it.\n")
        .append("dossier: ")
        .append(Quoting.value(dossier.toString(), false))
        .append("\nagreed: \"")
        .append(time)
        .append("\"\nfiles:\n");
    files
        .files()
        .forEach(
            (name, digest) ->
                text.append("  - {file: ")
                    .append(Quoting.value(name, true))
                    .append(", sha256: \"")
                    .append(digest.hex())
                    .append("\"}\n"));
    WholeFile.writePrivately(
        file(files.digest()), out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Takes back every agreement to the dossier in this folder; says how many. */
  int revoke(Path dossier) throws IOException {
    List<Path> files = all(dossier);
    for (Path file : files) {
      Files.delete(file);
    }
    return files.size();
  }

  private Path file(Digest digest) {
    return folder.resolve(digest.hex() + END);
  }

  private List<Path> all(Path dossier) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(END))
          .filter(f -> read(f).filter(k -> k.dossier().equals(dossier)).isPresent())
          .toList();
    }
  }

  /** Empty where there is none, or one that was not written by us. */
  private static Optional<Kept> read(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      Problems problems = new Problems();
      Optional<Kept> kept =
          YamlReader.read(Files.readString(file), file.toString(), problems)
              .flatMap(n -> Shape.root(n, problems))
              .flatMap(m -> kept(m, problems));
      return problems.hasErrors() ? Optional.empty() : kept;
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Kept> kept(Mapping root, Problems problems) {
    Shape shape = Shape.of(root, problems, List.of("dossier", "agreed", "files"));
    SortedMap<String, Digest> files = new TreeMap<>();
    for (Mapping item : shape.mappings("files")) {
      Shape file = Shape.of(item, problems, List.of("file", "sha256"));
      files.put(file.text("file").orElse(""), new Digest(file.text("sha256").orElse("")));
    }
    return shape.text("dossier").isEmpty() || shape.text("agreed").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Kept(
                Path.of(shape.text("dossier").get()),
                Instant.parse(shape.text("agreed").get()),
                new DossierFingerprint(files)));
  }
}
