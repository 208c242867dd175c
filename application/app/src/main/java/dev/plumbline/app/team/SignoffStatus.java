package dev.plumbline.app.team;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import java.io.IOException;
import java.util.Optional;

/**
 * The last sign-off of a dossier.
 *
 * @param signoff who vouched for which state
 * @param current whether the dossier is still in that state; otherwise a new sign-off has to amend
 *     it
 */
public record SignoffStatus(Signoff signoff, boolean current) {

  /** The status of a dossier; empty where nobody signed it off. */
  public static Optional<SignoffStatus> of(Workspace workspace) throws IOException {
    Optional<Signoff> last = workspace.dossier().team().signoff();
    return last.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SignoffStatus(last.get(), last.get().state().equals(DossierDigest.of(workspace))));
  }

  /** Digest of the state that the dossier is in: what a sign-off would vouch for. */
  public static Digest state(Workspace workspace) throws IOException {
    return DossierDigest.of(workspace);
  }
}
