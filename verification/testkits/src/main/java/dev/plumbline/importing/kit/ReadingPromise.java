package dev.plumbline.importing.kit;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import java.util.List;
import java.util.regex.Pattern;

/** What every reader promises of every file, whoever made it. */
public final class ReadingPromise {
  private static final int LARGEST_FACT = 1 << 22;
  private static final int LONGEST_PROBLEM = 1_000;

  /** Names of our classes and the lines of a stack trace say nothing to a user. */
  private static final Pattern INWARD =
      Pattern.compile("Exception|\\bat [a-z]+\\.[a-z]+\\.|java\\.");

  private ReadingPromise() {}

  /**
   * A file is read, or gives one problem and no fact; no fact is without bound, subject or reason;
   * where something that was counted was lost, not all facts say that they are complete (a file of
   * several kinds may have lost one of them alone); problems are sentences.
   *
   * @throws AssertionError if one of these is broken
   */
  public static void kept(Importer importer, ImportReport report) {
    long errors = report.problems().stream().filter(p -> p.severity() == Severity.ERROR).count();
    hold(errors <= 1, "more than one problem: " + report.problems());
    hold(errors == 0 || report.observations().isEmpty(), "facts of a file that was refused");
    report.problems().forEach(ReadingPromise::isASentence);
    List<Object> complete =
        report.observations().stream()
            .filter(o -> o.coverage().containsKey("complete"))
            .map(o -> o.coverage().get("complete"))
            .toList();
    hold(
        complete.isEmpty()
            || complete.contains(false)
            || report.counted().stream().allMatch(c -> c.complete()),
        "all complete, though some were lost: " + report.counted());
    for (Observation o : report.observations()) {
      hold(importer.spec().produces().contains(o.key()), "a fact not announced: " + o.key());
      hold(!o.subject().isEmpty(), "a fact about nothing: " + o.key());
      hold(o.toString().length() < LARGEST_FACT, "a fact without bound: " + o.key());
      hold(o.seen() || !o.reason().isEmpty(), "no answer and no reason: " + o.key());
    }
  }

  private static void isASentence(Problem problem) {
    String text = problem.what();
    hold(!text.isBlank() && text.length() < LONGEST_PROBLEM, "no sentence: " + problem);
    hold(text.chars().noneMatch(Character::isISOControl), "a problem of several lines: " + problem);
    hold(!INWARD.matcher(text).find(), "a problem that tells of our insides: " + problem);
  }

  private static void hold(boolean kept, String broken) {
    if (!kept) {
      throw new AssertionError(broken);
    }
  }
}
