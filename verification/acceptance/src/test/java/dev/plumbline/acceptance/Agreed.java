package dev.plumbline.acceptance;

import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** What a pipeline says that was told what a dossier wants. */
final class Agreed {
  private Agreed() {}

  /** The value of {@code --yes} for a dossier as it is now. */
  static String to(Path dossier) throws IOException {
    Workspace workspace =
        Workspace.open(dossier, LocalDate.now(Clock.systemUTC())).workspace().orElseThrow();
    return Trust.of(workspace, Repository.at(""), System.getenv()).digest().hex();
  }
}
