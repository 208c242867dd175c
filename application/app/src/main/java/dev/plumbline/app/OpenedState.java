package dev.plumbline.app;

import dev.plumbline.app.team.CurrentState;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A dossier that is opened and judged anew each time.
 *
 * @param assessor of the edition of the dossier
 * @param today the day that dates and cryptography are judged for
 */
public record OpenedState(Path directory, Assessor assessor, CryptoPolicy policy, LocalDate today)
    implements CurrentState {
  @Override
  public JudgedDossier read() throws IOException {
    Workspace workspace =
        Workspace.openWithoutWarnings(directory, today)
            .workspace()
            .orElseThrow(
                () -> new IOException("The dossier cannot be opened; run 'plumbline check'."));
    return new JudgedDossier(workspace, assessor.judge(workspace.dossier(), policy, today));
  }
}
