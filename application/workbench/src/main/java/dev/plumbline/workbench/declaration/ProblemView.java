package dev.plumbline.workbench.declaration;

import dev.plumbline.core.Problem;
import dev.plumbline.reports.Visible;
import java.util.List;
import java.util.Locale;

/**
 * A problem of a declaration as a page shows it.
 *
 * @param severity error, warning or hint
 */
public record ProblemView(String severity, String id, String place, String what, String remedy) {
  private static final int LONGEST = 600;
  private static final int MOST = 40;

  static ProblemView of(Problem problem) {
    return new ProblemView(
        problem.severity().name().toLowerCase(Locale.ROOT),
        problem.id(),
        Visible.of(problem.place().toString(), 200),
        Visible.of(problem.what(), LONGEST),
        Visible.of(problem.remedy(), LONGEST));
  }

  /** The first of them, errors before the rest. */
  static List<ProblemView> of(List<Problem> problems) {
    return problems.stream()
        .sorted(
            java.util.Comparator.comparing((Problem p) -> p.severity())
                .thenComparing(Problem::place))
        .limit(MOST)
        .map(ProblemView::of)
        .toList();
  }

  /** Those at some lines of a file. */
  static List<ProblemView> at(List<Problem> problems, FileLines lines) {
    return of(
        problems.stream()
            .filter(p -> p.place().file().equals(lines.file()) && lines.hold(p.place().line()))
            .toList());
  }
}
