package dev.plumbline.cli;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.judging.Assessment;
import java.time.Clock;
import java.time.LocalDate;

/** Judges a dossier as it is now. */
final class Judging {
  private Judging() {}

  /**
   * @param opened a dossier that could be opened
   */
  static Assessment judge(Opened opened, CryptoPolicy policy) {
    Workspace workspace = opened.workspace().orElseThrow();
    return new Assessor(workspace.catalogue())
        .judge(workspace.dossier(), policy, LocalDate.now(Clock.systemUTC()))
        .withProblems(opened.problems());
  }
}
