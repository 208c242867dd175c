package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.exchange.layout.VerdictWords;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.source.MarkdownBlock.Heading;
import dev.plumbline.exchange.source.MarkdownBlock.Note;
import dev.plumbline.exchange.source.MarkdownBlock.Prose;
import dev.plumbline.exchange.source.MarkdownBlock.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Reads a document in which a person judges test units: headings name test cases and units, lists
 * or tables below them hold evaluation and verdict. Verdicts of cases and groups follow from those
 * of units and are not read.
 */
public final class VerdictDocument {
  private static final BoundedPattern GROUP =
      BoundedPattern.compile("(?i)^\\s*test\\s?(?:group|case)\\b.*\\d-\\d.*");
  private static final BoundedPattern VERDICT =
      BoundedPattern.compile("(?i)^[-*\u2022\\s]*(?:unit\\s+)?verdict\\s*:\\s*(.+)$");
  private static final BoundedPattern OVERALL =
      BoundedPattern.compile("(?i)^[-*\u2022\\s]*(?:group|case|overall)\\s+verdict\\s*:.*");
  private static final BoundedPattern RESTATED =
      BoundedPattern.compile("(?i)^[-*\u2022\\s]*(?:requirement|purpose)\\s*:.*");
  private static final BoundedPattern EVALUATION =
      BoundedPattern.compile("(?i)^[-*\u2022\\s]*evaluation\\s*:\\s*");
  private static final BoundedPattern ABOUT =
      BoundedPattern.compile("(?i)^(.+?)\\s+(?:for|at|on|für|pour)\\s+(.+)$");

  private final VerdictWords words;
  private final Vocabulary vocabulary;
  private final VerdictRows rows;
  private final Problems problems;
  private final List<StatedVerdict> stated = new ArrayList<>();
  private final List<String> evaluation = new ArrayList<>();
  private Optional<String> by = Optional.empty();
  private Optional<String> on = Optional.empty();
  private Optional<String> testCase = Optional.empty();
  private List<String> units = List.of();
  private int unitLevel;
  private boolean summary;
  private boolean inRows;

  private VerdictDocument(VerdictWords words, Vocabulary vocabulary, Problems problems) {
    this.words = words;
    this.vocabulary = vocabulary;
    this.rows = new VerdictRows(words, problems);
    this.problems = problems;
  }

  /** Whether a document judges test units: its first heading names a test group or case. */
  static boolean isOne(List<MarkdownBlock> blocks) {
    return blocks.stream()
        .filter(Heading.class::isInstance)
        .map(Heading.class::cast)
        .limit(1)
        .anyMatch(h -> GROUP.matcher(h.text().text()).matches());
  }

  /** The verdicts that the blocks of a document state, in order. */
  public static List<StatedVerdict> read(
      List<MarkdownBlock> blocks, VerdictWords words, Vocabulary vocabulary, Problems problems) {
    VerdictDocument document = new VerdictDocument(words, vocabulary, problems);
    for (MarkdownBlock block : blocks) {
      switch (block) {
        case Heading h -> document.heading(h);
        case Prose p -> document.prose(p.text());
        case Table t -> document.table(t);
        case Note n -> {}
      }
    }
    return List.copyOf(document.stated);
  }

  private void heading(Heading heading) {
    String text = heading.text().text();
    boolean below = !units.isEmpty() && heading.level() > unitLevel;
    summary = !below && vocabulary.isSummary(text);
    Optional<String> named = words.testCase(text);
    List<String> found = words.units(text, testCase);
    if (named.isPresent() && found.isEmpty()) {
      testCase = named;
      unit(List.of(), 0);
    } else if (!found.isEmpty() && !summary) {
      unit(found, heading.level());
    } else if (below) {
      evaluation.add(text);
    } else {
      unit(List.of(), 0);
    }
  }

  private void unit(List<String> named, int level) {
    units = named;
    unitLevel = level;
    evaluation.clear();
    inRows = false;
  }

  private void prose(GridCell text) {
    by = words.person(text.text()).or(() -> by);
    on = words.date(text.text()).or(() -> on);
    for (String line : text.text().lines().toList()) {
      Matcher verdict = VERDICT.matcher(line);
      if (OVERALL.matcher(line).matches() || RESTATED.matcher(line).matches()) {
        continue;
      }
      if (verdict.matches()) {
        verdict(verdict.group(1).strip(), text);
      } else {
        evaluation.add(EVALUATION.matcher(line).replaceFirst("").strip());
      }
    }
  }

  private void verdict(String said, GridCell at) {
    if (units.isEmpty() || inRows) {
      return;
    }
    Matcher about = ABOUT.matcher(said);
    Optional<Verdict> whole = words.verdict(said);
    Optional<Verdict> verdict =
        whole.isPresent() || !about.matches() ? whole : words.verdict(about.group(1));
    if (verdict.isEmpty()) {
      problems.error(
          "PLB-9551",
          at.place(),
          "'" + dev.plumbline.dossier.file.Shape.shown(said) + "' is not a verdict.",
          "Write PASS, FAIL, INCONCLUSIVE or N/A, and 'for' with the rows if it is not for all.");
      return;
    }
    List<String> subjects = whole.isPresent() ? List.of() : VerdictWords.subjects(about.group(2));
    String reason =
        String.join("\n", evaluation.stream().filter(e -> !e.isBlank()).toList()).strip();
    for (String unit : units) {
      stated.add(
          new StatedVerdict(
              unit, subjects, verdict.get(), reason, by, on, List.of(), "", at.place()));
    }
  }

  private void table(Table table) {
    if (summary) {
      return;
    }
    Optional<List<StatedVerdict>> read =
        rows.read(table.rows(), new VerdictRows.Around(testCase, units, by, on));
    read.ifPresent(
        r -> {
          stated.addAll(r);
          inRows = !units.isEmpty();
        });
    if (read.isEmpty()) {
      table.rows().forEach(r -> r.forEach(c -> evaluation.add(c.text())));
    }
  }
}
