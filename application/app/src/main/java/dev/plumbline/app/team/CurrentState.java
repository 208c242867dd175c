package dev.plumbline.app.team;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.judging.Assessment;
import java.io.IOException;

/** Reads and judges a dossier as it is now, such as while nobody else can write to it. */
@FunctionalInterface
public interface CurrentState {
  /**
   * Reads it.
   *
   * @throws IOException if the dossier cannot be used any more
   */
  JudgedDossier read() throws IOException;

  /** A dossier with its result. */
  record JudgedDossier(Workspace workspace, Assessment assessment) {}
}
