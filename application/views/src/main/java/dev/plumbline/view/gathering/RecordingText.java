package dev.plumbline.view.gathering;

import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Decision;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.List;

/** Why records were not stored, for people: both texts, so that nobody's work is lost. */
public final class RecordingText {
  private RecordingText() {}

  /** The lines; none where the records were stored. */
  public static List<String> refusal(RecordingResult<?> recording) {
    return switch (recording) {
      case RecordingResult.Stored<?> stored -> List.of();
      case RecordingResult.Busy<?> busy ->
          List.of("A colleague is saving; your decision was not saved. Try again.");
      case RecordingResult.Refused<?> refused -> List.of(refused.why(), "Nothing was saved.");
      case RecordingResult.Outdated<?> outdated -> {
        List<String> lines = new ArrayList<>();
        outdated.conflicts().forEach(c -> lines.addAll(conflict(c)));
        lines.add("Nothing was saved. Look at the item again, then decide.");
        yield lines;
      }
    };
  }

  private static List<String> conflict(RecordingResult.ItemConflict conflict) {
    List<String> lines = new ArrayList<>();
    lines.add(
        conflict.item()
            + (conflict.groundsChanged()
                ? " rests on something else since you looked at it."
                : " was decided since you looked at it."));
    lines.add("  yours:  " + value(conflict.yours()));
    for (Decision theirs : conflict.theirs()) {
      lines.add(
          "  theirs: " + value(theirs.finding()) + " (" + theirs.by() + ", " + theirs.at() + ")");
    }
    if (conflict.theirs().isEmpty() && !conflict.groundsChanged()) {
      lines.add("  theirs: the decision that you saw is not on record any more");
    }
    return lines;
  }

  private static String value(Finding finding) {
    return Words.verdict(finding.verdict()) + ": " + finding.reason();
  }
}
