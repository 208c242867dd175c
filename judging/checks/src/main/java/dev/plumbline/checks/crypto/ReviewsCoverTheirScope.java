package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Questions;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;
import java.util.Locale;

/**
 * Method and report cover every part of the implementation that the row describes, in the version
 * that it names, and the report is kept as evidence. A unit of the paper review: what the report is
 * worth, a person reads.
 */
public final class ReviewsCoverTheirScope implements Check {
  private static final String PARTS = "parts";
  private static final String REVIEWED = "reviewedParts";
  private static final String FILE = "reportFile";

  @Override
  public boolean refutesOnly() {
    return true;
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    List<String> parts = plain(row.texts(PARTS));
    List<String> reviewed = plain(row.texts(REVIEWED));
    List<String> left = parts.stream().filter(p -> !reviewed.contains(p)).toList();
    if (!left.isEmpty() && !reviewed.isEmpty()) {
      return Outcome.of(
          new Finding.Violated(
              "By the declaration method and report do not cover " + String.join(", ", left) + ".",
              "Have the missing parts reviewed, or narrow the description to what ships."),
          List.of());
    }
    Questions questions = new Questions();
    Questions.Asked covered =
        questions.ask("Does the row list each part among those reviewed?", row.subject());
    if (parts.isEmpty() || reviewed.isEmpty()) {
      covered.left(
          "row "
              + row.id()
              + " does not list the parts of the implementation and those reviewed (parts,"
              + " reviewedParts)",
          new Remedy.ChangeDeclaration(
              row.subject(), "state '" + PARTS + "' and '" + REVIEWED + "'"));
    } else {
      covered.answeredBy(row, REVIEWED, "it lists " + String.join(", ", parts));
    }
    named(row, questions);
    kept(row, facts, questions);
    questions
        .ask("Does the report cover what it names?", row.subject())
        .left(
            "what method and report of " + row.id() + " cover, a person reads",
            new Remedy.PersonLooks("the report of " + row.id()));
    return questions.outcome(
        "", "Have the missing parts reviewed.", "Method and report are said to cover each part.");
  }

  private static void named(IxitEntry row, Questions questions) {
    Questions.Asked version =
        questions.ask("Does the row name product and version of the report?", row.subject());
    if (row.text("product").isBlank() || row.text("version").isBlank()) {
      version.left(
          "row " + row.id() + " does not name product and version of the report",
          new Remedy.ChangeDeclaration(row.subject(), "state 'product' and 'version'"));
    } else {
      version.answeredBy(row, "version", row.text("product") + " " + row.text("version"));
    }
  }

  private static void kept(IxitEntry row, Facts facts, Questions questions) {
    Questions.Asked report = questions.ask("Is the report kept as evidence?", row.subject());
    String file = row.text(FILE).strip().toLowerCase(Locale.ROOT);
    if (facts.isEvidence(file)) {
      report.answeredBy(row, FILE, "it is kept as evidence " + file);
    } else {
      report.left(
          "not tested; needed: the report of row "
              + row.id()
              + " as a file of evidence.yaml, by its SHA-256 (reportFile)",
          new Remedy.ChangeDeclaration(
              row.subject(), "state the SHA-256 of the report in '" + FILE + "'"));
    }
  }

  private static List<String> plain(List<String> names) {
    return names.stream()
        .map(n -> n.strip().toLowerCase(Locale.ROOT))
        .filter(n -> !n.isEmpty())
        .toList();
  }
}
