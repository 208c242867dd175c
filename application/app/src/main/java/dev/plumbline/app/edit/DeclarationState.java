package dev.plumbline.app.edit;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import dev.plumbline.declaration.DeclarationCheck;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dossier whose declaration is edited.
 *
 * @param judged its result; empty while errors keep it from being judged
 * @param findings what makes judging it shorter after an edit; empty where nothing was kept
 * @param problems everything wrong with it, warnings and hints included
 */
public record DeclarationState(
    Workspace workspace,
    Optional<Assessment> judged,
    Optional<ReusableFindings> findings,
    List<Problem> problems) {
  public DeclarationState {
    problems = List.copyOf(problems);
  }

  /**
   * A dossier that was judged without looking for all warnings.
   *
   * @param findings what was kept of it
   * @param day the day on which dates are judged
   */
  public static DeclarationState of(
      Workspace workspace, Assessment judged, Optional<ReusableFindings> findings, LocalDate day) {
    return new DeclarationState(
        workspace,
        Optional.of(judged),
        findings,
        Stream.concat(
                judged.problems().stream(),
                DeclarationCheck.check(workspace.catalogue(), workspace.dossier(), day).stream())
            .distinct()
            .sorted()
            .toList());
  }
}
