package dev.plumbline.app.edit;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import dev.plumbline.declaration.DeclarationCheck;
import dev.plumbline.judging.Assessment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dossier whose declaration is edited.
 *
 * @param judged its result; empty while errors keep it from being judged
 * @param problems everything wrong with it, warnings and hints included
 */
public record DeclarationState(
    Workspace workspace, Optional<Assessment> judged, List<Problem> problems) {
  public DeclarationState {
    problems = List.copyOf(problems);
  }

  /**
   * A dossier that was judged without looking for all warnings.
   *
   * @param day the day on which dates are judged
   */
  public static DeclarationState of(Workspace workspace, Assessment judged, LocalDate day) {
    return new DeclarationState(
        workspace,
        Optional.of(judged),
        Stream.concat(
                judged.problems().stream(),
                DeclarationCheck.check(workspace.catalogue(), workspace.dossier(), day).stream())
            .distinct()
            .sorted()
            .toList());
  }
}
