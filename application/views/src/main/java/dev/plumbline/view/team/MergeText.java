package dev.plumbline.view.team;

import dev.plumbline.app.merge.MergeReport;
import dev.plumbline.app.merge.MergeReport.Entry;
import dev.plumbline.app.merge.MergeReport.TwoValues;
import dev.plumbline.app.merge.MergeReport.Value;
import dev.plumbline.app.merge.MergedFile.Joined;
import dev.plumbline.app.merge.MergedFile.Unjoined;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.List;

/** What became of two versions of a dossier, as lines that are safe for a terminal. */
public final class MergeText {
  private static final int LONGEST = 6;

  private MergeText() {}

  /** File by file; then what to do next. */
  public static List<String> lines(MergeReport report) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : report.files()) {
      lines.add(file(entry));
      entry.values().forEach(v -> two(v, lines));
    }
    if (report.files().isEmpty()) {
      lines.add("Nothing had to be merged.");
    } else if (report.isOpen()) {
      lines.add(
          "Choose where two values are marked (<<<<<<< … >>>>>>>), then run 'plumbline check'.");
    } else {
      lines.add("Merged. Run 'plumbline check', then add and commit the files.");
    }
    return List.copyOf(lines);
  }

  private static String file(Entry entry) {
    String name = Text.safe(entry.merged().file());
    return switch (entry.merged()) {
      case Unjoined u -> name + ": not merged. " + Text.safe(u.why());
      case Joined j when !j.conflicts().isEmpty() ->
          name + ": " + Text.count(j.conflicts().size(), "conflict");
      case Joined j when j.added() > 0 ->
          name + ": merged, " + Text.count(j.added(), "record") + " added";
      case Joined j -> name + ": merged";
    };
  }

  private static void two(TwoValues values, List<String> lines) {
    lines.add("  " + (values.where().isEmpty() ? "the whole file" : Text.safe(values.where())));
    value("ours", values.ours(), lines);
    value("theirs", values.theirs(), lines);
  }

  private static void value(String side, Value value, List<String> lines) {
    String by = value.by().isEmpty() ? "" : " (" + String.join(", ", value.by()) + ")";
    List<String> text = value.text().lines().map(String::strip).toList();
    lines.add(Text.safe("    " + side + by + ": " + (text.isEmpty() ? "removed" : "")));
    text.stream().limit(LONGEST).forEach(l -> lines.add("      " + Text.safe(l)));
    if (text.size() > LONGEST) {
      lines.add("      … and " + Text.count(text.size() - LONGEST, "more line"));
    }
  }
}
