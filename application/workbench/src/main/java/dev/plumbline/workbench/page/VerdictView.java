package dev.plumbline.workbench.page;

import dev.plumbline.core.Verdict;
import dev.plumbline.reports.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * A verdict as it is shown: never by colour alone.
 *
 * @param word such as FAIL
 * @param css class
 * @param mark one sign
 */
public record VerdictView(String word, String css, String mark) {
  /** A verdict. */
  public static VerdictView of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> new VerdictView(Words.verdict(verdict), "pass", "✓");
      case FAIL -> new VerdictView(Words.verdict(verdict), "fail", "✗");
      case INCONCLUSIVE -> new VerdictView("open", verdict.name().toLowerCase(Locale.ROOT), "?");
      case NOT_APPLICABLE -> new VerdictView(Words.verdict(verdict), "na", "–");
    };
  }

  /** The verdict of a scope, which is declined where all of it was. */
  public static VerdictView of(Optional<Verdict> verdict) {
    return verdict.map(VerdictView::of).orElse(new VerdictView("declined", "declined", "○"));
  }
}
