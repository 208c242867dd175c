package dev.plumbline.app.edit;

import dev.plumbline.core.Problem;
import dev.plumbline.insight.change.Change;
import dev.plumbline.insight.change.VerdictChange;
import dev.plumbline.scheme.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What would be another one if files of a dossier said something else.
 *
 * @param changes in what is declared
 * @param problems all that would be wrong with the files that change
 * @param fresh problems that are not there now, wherever
 * @param gone problems that are there now and would not be
 * @param verdicts which verdicts it touches; empty when one side cannot be judged
 * @param notJudged why the verdicts are not compared; empty when they are
 * @param labels levels whose answer would be another one
 */
public record ChangePreview(
    List<Change> changes,
    List<Problem> problems,
    List<Problem> fresh,
    List<Problem> gone,
    Optional<VerdictChange> verdicts,
    String notJudged,
    List<LabelChange> labels) {
  public ChangePreview {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
    fresh = List.copyOf(fresh);
    gone = List.copyOf(gone);
    labels = List.copyOf(labels);
  }

  /** A level whose answer would be another one. */
  public record LabelChange(String scheme, String level, Outcome before, Outcome after) {}
}
