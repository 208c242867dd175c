package dev.plumbline.fuzz;

import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import java.util.Collection;

/** What every reader promises of every file. */
final class Promise {
  private static final int LARGEST_FACT = 1 << 22;

  private Promise() {}

  /** A file is read, or gives one problem and no fact; no fact is without bound or unannounced. */
  static void kept(ImportReport report, Collection<String> produces) {
    long errors = report.problems().stream().filter(p -> p.severity() == Severity.ERROR).count();
    hold(errors <= 1, "more than one problem: " + report.problems());
    hold(errors == 0 || report.observations().isEmpty(), "facts of a file that was refused");
    for (Observation o : report.observations()) {
      hold(produces.contains(o.key()), "a fact that was not announced: " + o.key());
      hold(!o.subject().isEmpty(), "a fact about nothing: " + o.key());
      hold(o.toString().length() < LARGEST_FACT, "a fact without bound: " + o.key());
      hold(o.seen() || !o.reason().isEmpty(), "no answer and no reason: " + o.key());
    }
  }

  private static void hold(boolean kept, String broken) {
    if (!kept) {
      throw new AssertionError(broken);
    }
  }
}
