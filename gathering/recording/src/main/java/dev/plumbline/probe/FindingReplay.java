package dev.plumbline.probe;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.http.InputReplay;
import dev.plumbline.observation.http.InputValidation;

/** A probe that can send the input of a recorded finding once more. */
public interface FindingReplay {
  /** Whether the finding is one that this probe records. */
  boolean replays(InputValidation.Finding finding);

  /**
   * Sends the input once more, within the declared scope, and records an {@link InputReplay} about
   * the endpoint.
   */
  void replay(ProbeContext context, Endpoint endpoint, InputValidation.Finding finding)
      throws InterruptedException;
}
