package dev.plumbline.view;

import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.SeenFlaw;
import dev.plumbline.judging.WaivedItem;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.reports.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One screen that says how a product stands. */
public record Summary(Assessment result, Style style) {
  private static final int LONGEST = 92;
  private static final int CONTRADICTIONS = 7;
  private static final int FLAWS = 10;

  public void print(PrintWriter out) {
    Counts c = result.counts();
    out.println();
    out.println(
        style.bold(Text.safe(result.product().name()))
            + " against "
            + result.catalogue().edition().document()
            + ": "
            + style.verdict(result.verdict(), Words.verdict(result.verdict())));
    out.println(Text.wrap(Words.meaning(result.verdict()), "  "));
    out.println();
    out.printf("  %5d test items are declared   by what the dossier says%n", c.declared());
    out.printf("  %5d of them planned           something can decide them%n", c.planned());
    out.printf(
        "  %5d of them executed          a probe, a rule or a person looked%n", c.executed());
    out.printf("  %5d of them evidenced         traced to kept evidence%n", c.evidenced());
    out.printf(
        "  %5d pass                      %d proved, %d confirmed after a search, %d decided%n",
        c.proved() + c.confirmed() + c.decided(), c.proved(), c.confirmed(), c.decided());
    out.printf(
        "  %5d searched                  nothing found; no pass until a person confirms it%n",
        c.searched());
    result
        .family()
        .ifPresent(
            f -> {
              out.printf(
                  "  %5d of them inherited         seen on %s, not on this product%n",
                  f.inherited(), Text.safe(f.base()));
              f.sentences().forEach(s -> out.println(Text.wrap(Text.safe(s), "  ")));
            });
    out.println();
    out.printf(
        "  %-46s %5s %5s %5s %5s %5s%n",
        "Provisions by section", "FAIL", "open", "PASS", "decl.", "N/A");
    result.sections().forEach(s -> section(out, s));
    out.println(
        "  open: not decided, which is not a pass. decl.: recommendation declined with a reason.");
    flaws(out);
    contradictions(out);
    waivers(out);
    out.flush();
  }

  private void section(PrintWriter out, SectionResult section) {
    String name = String.format("%-5s %s", section.section().id(), section.section().title());
    List<String> cells = new ArrayList<>();
    cells.add(cell(section, Optional.of(Verdict.FAIL)));
    cells.add(cell(section, Optional.of(Verdict.INCONCLUSIVE)));
    cells.add(cell(section, Optional.of(Verdict.PASS)));
    cells.add(cell(section, Optional.empty()));
    cells.add(cell(section, Optional.of(Verdict.NOT_APPLICABLE)));
    out.printf(
        "  %-46s %s%n", name.length() > 46 ? name.substring(0, 46) : name, String.join(" ", cells));
  }

  private String cell(SectionResult section, Optional<Verdict> verdict) {
    long n = section.groups().stream().map(GroupResult::verdict).filter(verdict::equals).count();
    String text = String.format("%5s", n == 0 ? "·" : Long.toString(n));
    return n == 0 ? style.dim(text) : verdict.map(v -> style.verdict(v, text)).orElse(text);
  }

  private void flaws(PrintWriter out) {
    List<SeenFlaw> all = result.flawsSeen();
    if (all.isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold("  Flaws seen (" + all.size() + ")") + ", whatever the verdicts");
    for (SeenFlaw flaw : all.stream().limit(FLAWS).toList()) {
      out.println("  " + Text.safe(flaw.item().toString()) + overruled(flaw));
      out.println("    " + shorten(flaw.reason()));
    }
    if (all.size() > FLAWS) {
      out.println("  … and " + (all.size() - FLAWS) + " more in the report.");
    }
  }

  private static String overruled(SeenFlaw flaw) {
    if (flaw.aside()) {
      return ", which is answered " + Words.answered(flaw.verdict());
    }
    return flaw.verdict().equals(Optional.of(Verdict.FAIL))
        ? ""
        : ", counted as " + Words.verdict(flaw.verdict()) + " by a person";
  }

  private void contradictions(PrintWriter out) {
    List<Contradiction> all = result.contradictions();
    out.println();
    if (all.isEmpty()) {
      out.println("  No statement of the dossier was contradicted by what was seen.");
      return;
    }
    out.println(style.bold("  Where paper and device disagree (" + all.size() + ")"));
    List<Contradiction> shown = firstOfEach(all);
    for (Contradiction c : shown.stream().limit(CONTRADICTIONS).toList()) {
      out.println(
          "  paper   " + shorten(c.declared()) + style.dim("  " + Text.safe(c.place().toString())));
      out.println("  device  " + shorten(c.observed()));
    }
    int more = all.size() - Math.min(shown.size(), CONTRADICTIONS);
    if (more > 0) {
      out.println("  … and " + more + " more in the report.");
    }
  }

  private void waivers(PrintWriter out) {
    if (!result.waivers().isEmpty()) {
      out.println();
      out.println(style.bold("  Accepted risks") + "; they change no verdict");
    }
    for (WaivedItem w : result.waivers()) {
      out.println("  " + Text.safe(w.waiver().item().toString()));
      out.println(Text.wrap(Text.safe(w.sentence()), "    "));
    }
  }

  /** The first contradiction of each file, then the others: a screen shows the whole range. */
  private static List<Contradiction> firstOfEach(List<Contradiction> all) {
    Set<String> files = new HashSet<>();
    List<Contradiction> first = new ArrayList<>();
    List<Contradiction> rest = new ArrayList<>();
    for (Contradiction c : all) {
      (files.add(c.place().file()) ? first : rest).add(c);
    }
    first.addAll(rest);
    return first;
  }

  private static String shorten(String text) {
    String safe = Text.safe(text.replace('\n', ' '));
    return safe.length() > LONGEST ? safe.substring(0, LONGEST - 1) + "…" : safe;
  }
}
