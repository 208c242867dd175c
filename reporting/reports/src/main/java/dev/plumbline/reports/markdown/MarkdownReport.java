package dev.plumbline.reports.markdown;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultChange;
import dev.plumbline.insight.comparison.ResultChange.Weight;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A summary in Markdown, short enough for a pull request. */
public final class MarkdownReport implements ReportFormat {
  private static final int LONGEST_LIST = 20;
  private static final int LONGEST_TEXT = 300;

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public String fileName() {
    return "summary.md";
  }

  @Override
  public String about() {
    return "a summary for a pull request";
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    String text = text(assessment, context.tool(), Optional.empty());
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The summary.
   *
   * @param tool name and version of the program
   * @param comparison what became of the product since a result of before
   */
  public static String text(Assessment a, String tool, Optional<Comparison> comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "## "
            + Words.verdict(a.verdict())
            + ": "
            + code(a.product().name())
            + " held against "
            + a.catalogue().edition().document());
    lines.add("");
    lines.add(
        Words.meaning(a.verdict())
            + " Software "
            + code(a.product().softwareVersion())
            + ", tests after "
            + a.catalogue().edition().testDocument()
            + ".");
    lines.add("");
    counts(lines, a);
    comparison.ifPresent(c -> comparison(lines, c));
    list(lines, "What fails", failed(a), MarkdownReport::failure);
    list(
        lines,
        "Accepted risks; they change no verdict",
        a.waivers(),
        w -> code(w.waiver().item().toString()) + " " + code(w.sentence()));
    list(lines, "What this result lacks", a.remarks(), MarkdownReport::code);
    lines.add("");
    lines.add("Made by " + tool + "; the whole report has the evidence. No certificate.");
    return String.join("\n", lines) + "\n";
  }

  private static void counts(List<String> lines, Assessment a) {
    long declined = a.groups().map(GroupResult::verdict).filter(Optional::isEmpty).count();
    lines.add("| FAIL | INCONCLUSIVE (not a pass) | PASS | declined with a reason | N/A |");
    lines.add("|---|---|---|---|---|");
    lines.add(
        "| "
            + number(a, Verdict.FAIL)
            + " | "
            + number(a, Verdict.INCONCLUSIVE)
            + " | "
            + number(a, Verdict.PASS)
            + " | "
            + declined
            + " | "
            + number(a, Verdict.NOT_APPLICABLE)
            + " |");
    Counts c = a.counts();
    lines.add("");
    lines.add(
        "Provisions above. Test items: "
            + c.declared()
            + " declared, "
            + c.planned()
            + " planned, "
            + c.executed()
            + " executed, "
            + c.evidenced()
            + " evidenced; passed: "
            + c.proved()
            + " proved, "
            + c.confirmed()
            + " confirmed, "
            + c.decided()
            + " decided; "
            + c.searched()
            + " searched (not a pass)"
            + a.family().map(f -> ", " + f.inherited() + " inherited").orElse("")
            + ".");
  }

  private static int number(Assessment a, Verdict verdict) {
    return a.verdicts().getOrDefault(verdict, 0);
  }

  private static void comparison(List<String> lines, Comparison c) {
    lines.add("");
    lines.add(
        "Against the baseline of software "
            + code(c.before().softwareVersion())
            + (c.factsDiffer()
                ? ", which was made with another catalogue or crypto policy: a verdict can differ"
                    + " for that reason alone."
                : "."));
    changes(lines, "Got worse", c.changes(Weight.WORSE));
    changes(lines, "Got better", c.changes(Weight.BETTER));
    changes(lines, "Went stale, vanished or is new", c.changes(Weight.TOLD));
  }

  private static void changes(List<String> lines, String title, List<ResultChange> changes) {
    if (changes.isEmpty()) {
      lines.add("");
      lines.add("**" + title + ": nothing.**");
    }
    list(
        lines,
        title,
        changes,
        x ->
            code(x.subject())
                + " "
                + x.what()
                + (x.reason().isBlank() ? "" : " " + code(x.reason())));
  }

  private static List<Judged> failed(Assessment a) {
    return a.items().filter(i -> i.finding() instanceof Finding.Violated).toList();
  }

  private static String failure(Judged item) {
    return code(item.item().id().toString()) + " " + code(item.finding().reason());
  }

  private static <T> void list(
      List<String> lines, String title, List<T> all, Function<T, String> line) {
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("**" + title + ": " + all.size() + "**");
    lines.add("");
    all.stream().limit(LONGEST_LIST).forEach(x -> lines.add("- " + line.apply(x)));
    if (all.size() > LONGEST_LIST) {
      lines.add("- and " + (all.size() - LONGEST_LIST) + " more in the report");
    }
  }

  private static String code(String foreign) {
    return CodeSpan.of(foreign, LONGEST_TEXT);
  }
}
