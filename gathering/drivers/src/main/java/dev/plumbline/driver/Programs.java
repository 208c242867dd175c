package dev.plumbline.driver;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The programs that a driver.yaml names, as they are at one moment. Leave to run them is leave to
 * run these bytes: a program that is another later does not run.
 *
 * @param digests by path inside the dossier; one that cannot be read has none
 */
public record Programs(Map<String, Digest> digests) {
  public Programs {
    digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
  }

  /** Reads them now. Nothing is run. */
  public static Programs of(DriverFile file, DossierFolder folder) {
    Map<String, Digest> digests = new LinkedHashMap<>();
    for (String program : file.programs()) {
      folder
          .file(program, new Problems())
          .flatMap(Programs::digest)
          .ifPresent(d -> digests.put(program, d));
    }
    return new Programs(digests);
  }

  /**
   * The digest of a program that is about to run.
   *
   * @param program path inside the dossier
   * @param file the same, looked up now
   * @throws StepFailure if it is not what it was
   */
  Digest same(String program, Path file) {
    Optional<Digest> then = Optional.ofNullable(digests.get(program));
    Optional<Digest> now = digest(file);
    if (then.isEmpty() || !then.equals(now)) {
      throw StepFailure.errored(
          program
              + " has changed since the run began and is not run: SHA-256 was "
              + shown(then)
              + ", is "
              + shown(now));
    }
    return then.get();
  }

  private static String shown(Optional<Digest> digest) {
    return digest.map(Digest::hex).orElse("unknown");
  }

  private static Optional<Digest> digest(Path file) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Digest.of(in));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
