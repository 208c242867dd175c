package dev.plumbline.workbench;

import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.workbench.phone.LocalAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Copies of example dossiers that a test may change. */
final class Copies {
  private Copies() {}

  static Path of(String example, Path to) throws IOException {
    Path from = Path.of("../../examples").resolve(example);
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.sorted().toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return to;
  }

  /** A workbench of one small dossier, on a machine that a phone calls by its loopback address. */
  static Workbench workbench(Path temporary) throws IOException {
    return workbench(temporary, Clock.systemUTC());
  }

  static Workbench workbench(Path temporary, Clock clock) throws IOException {
    return serving(of("sensor-tag", temporary.resolve("tag")), temporary, clock);
  }

  /**
   * The same of a dossier that a test has changed; what is changed later is seen a second later.
   */
  static Workbench serving(Path dossier, Path temporary) throws IOException {
    return serving(dossier, temporary, Clock.systemUTC());
  }

  private static Workbench serving(Path dossier, Path temporary, Clock clock) throws IOException {
    return Workbench.start(
        List.of(dossier),
        new Access.Loopback(0, new AuthorKeys(temporary.resolve("keys"))),
        ResultIndex.inMemory(),
        clock,
        () -> List.of(new LocalAddress(InetAddress.ofLiteral("127.0.0.1"), "lo")));
  }
}
