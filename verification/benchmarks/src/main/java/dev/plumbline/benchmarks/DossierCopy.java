package dev.plumbline.benchmarks;

import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.UserSettings;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A working copy of the careless camera's dossier with a narrower scope. */
final class DossierCopy {
  /** The address that the dossier names. */
  static final String ADDRESS = "127.88.1.1";

  private static final String EVERY_PORT = "1-65535";

  private final Path directory;

  private DossierCopy(Path directory) {
    this.directory = directory;
  }

  /**
   * Copies it; with a narrower scope without its driver, whose steps lie outside.
   *
   * @param ports the ports of {@link #ADDRESS} that may be tested, such as {@code 8443}
   */
  static DossierCopy make(Surroundings s, String ports) throws IOException {
    Path from = s.home().resolve("examples/careless-camera");
    Path to = Files.createTempDirectory(s.scratch(), "dossier");
    List<Path> files;
    try (var walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (file.endsWith("driver.yaml") && !ports.equals(EVERY_PORT)) {
        continue;
      }
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path product = to.resolve("product.yaml");
    String text = Files.readString(product);
    if (!text.contains(EVERY_PORT)) {
      throw new IllegalStateException("the example's scope has changed: " + product.getFileName());
    }
    Files.writeString(product, text.replace(EVERY_PORT, ports));
    return new DossierCopy(to);
  }

  Path directory() {
    return directory;
  }

  /** A whole process that runs one probe, as a laboratory does that allows this address. */
  Program test(Surroundings s, String probe) throws IOException {
    Path settings = Files.createTempDirectory(s.scratch(), "settings");
    Files.writeString(settings.resolve("scope.yaml"), "allow: [127.0.0.0/8]\n");
    Workspace workspace =
        Workspace.open(directory, LocalDate.now(Clock.systemUTC())).workspace().orElseThrow();
    String agreed = Trust.of(workspace, s.home(), Map.of()).digest().hex();
    return Program.of(s.plumbline(), "test", directory.toString(), "--only", probe, "--yes", agreed)
        .with(UserSettings.VARIABLE, settings.toString());
  }

  Dossier read() {
    return read(directory);
  }

  static Dossier read(Path directory) {
    Problems problems = new Problems();
    return DossierFolder.at(directory)
        .open(problems)
        .orElseThrow(() -> new IllegalStateException(problems.sorted().toString()));
  }

  /** The last thing seen under that key. */
  <F extends Fact> F last(Class<F> kind) {
    return read().observations().stream()
        .flatMap(o -> o.as(kind).stream())
        .reduce((first, second) -> second)
        .orElseThrow(() -> new IllegalStateException("nothing was seen of " + Kinds.key(kind)));
  }
}
