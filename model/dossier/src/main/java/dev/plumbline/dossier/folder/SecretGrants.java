package dev.plumbline.dossier.folder;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.UserSettings;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.Secrets;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which dossier may read which environment variables, as the user says in a file outside of every
 * dossier: {@code secrets.yaml} in the folder of settings. A dossier is named by its path, as a
 * product could be claimed by anybody.
 */
public final class SecretGrants {
  static final String FILE = "secrets.yaml";

  private static final long LONGEST = 1024 * 1024;
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private SecretGrants() {}

  /** What a dossier may read; nothing where the user's file is not as it has to be. */
  static Secrets to(Path dossier, Map<String, String> environment) {
    Optional<Path> file =
        UserSettings.folder(environment)
            .map(f -> f.resolve(FILE))
            .filter(f -> Files.exists(f, LinkOption.NOFOLLOW_LINKS));
    if (file.isEmpty()) {
      return Secrets.of(environment, Set.of(), Set.of());
    }
    Problems own = new Problems();
    Optional<Mapping> root = read(file.get(), own);
    Set<String> granted = new HashSet<>();
    Set<String> others = new HashSet<>();
    root.ifPresent(
        r -> {
          for (Mapping item : Shape.of(r, own, List.of("secrets")).mappings("secrets")) {
            Shape grant = Shape.of(item, own, List.of("dossier", "variables"));
            Set<String> names = isAt(grant, dossier, own) ? granted : others;
            grant.scalars("variables").stream().map(Scalar::text).forEach(names::add);
          }
        });
    return own.sorted().isEmpty()
        ? Secrets.of(environment, granted, others)
        : Secrets.without(own.sorted());
  }

  private static Optional<Mapping> read(Path file, Problems problems) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > LONGEST
          || !OWNERS.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
        wrong(
            Place.of(file.toString()),
            "The file is not a regular file that its owner alone can read and write.",
            "Type: chmod 600 " + file,
            problems);
        return Optional.empty();
      }
      return YamlReader.read(Files.readString(file), file.toString(), problems)
          .flatMap(n -> Shape.root(n, problems));
    } catch (IOException e) {
      wrong(
          Place.of(file.toString()),
          "The file cannot be read: " + DossierFiles.reason(e) + ".",
          "Write it as UTF-8 text, and type: chmod 600 " + file,
          problems);
      return Optional.empty();
    }
  }

  private static boolean isAt(Shape grant, Path dossier, Problems problems) {
    String written = grant.text("dossier").orElse("");
    if (!written.startsWith("/")) {
      wrong(
          grant.place("dossier"),
          "'" + Shape.shown(written) + "' is not the absolute path of a dossier.",
          "Write such as 'dossier: /srv/products/smart-camera'.",
          problems);
      return false;
    }
    return real(Path.of(written)).equals(real(dossier));
  }

  /** Without links; one that is not there stays as it is. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static void wrong(Place place, String what, String remedy, Problems problems) {
    problems.error("PLB-2026", place, what, remedy);
  }
}
