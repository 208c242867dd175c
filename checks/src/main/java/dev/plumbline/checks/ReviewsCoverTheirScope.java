package dev.plumbline.checks;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Locale;

/**
 * Method and report cover every part of the implementation that the row describes, in the version
 * that it names, and the report is kept as evidence. A unit of the paper review: what the report is
 * worth, a person reads.
 */
@Decides(v211 = "5.5-2-1b", v313 = "5.5-2-1b")
public final class ReviewsCoverTheirScope implements Check {
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
    List<String> parts = plain(row.texts("parts"));
    List<String> reviewed = plain(row.texts("reviewedParts"));
    if (parts.isEmpty() || reviewed.isEmpty()) {
      return Outcome.undetermined(
          "Row "
              + row.id()
              + " does not list the parts of the implementation and those reviewed (parts,"
              + " reviewedParts).");
    }
    List<String> left = parts.stream().filter(p -> !reviewed.contains(p)).toList();
    if (!left.isEmpty()) {
      return Outcome.of(
          new Finding.Violated(
              "By the declaration method and report do not cover " + String.join(", ", left) + ".",
              "Have the missing parts reviewed, or narrow the description to what ships."),
          List.of());
    }
    String file = row.text("reportFile").strip().toLowerCase(Locale.ROOT);
    if (row.text("product").isBlank() || row.text("version").isBlank()) {
      return Outcome.undetermined(
          "Row " + row.id() + " does not name product and version of the report.");
    }
    boolean kept = facts.dossier().evidence().containsKey(file);
    return kept
        ? Outcome.of(
            new Finding.Holds(
                "Method and report cover "
                    + String.join(", ", parts)
                    + " of "
                    + row.text("product")
                    + " "
                    + row.text("version")
                    + "; the report is kept as evidence "
                    + file
                    + "."),
            List.of())
        : Outcome.undetermined(
            "Missing means: the report of row "
                + row.id()
                + " as a file of evidence.yaml, by its SHA-256 (reportFile).");
  }

  private static List<String> plain(List<String> names) {
    return names.stream()
        .map(n -> n.strip().toLowerCase(Locale.ROOT))
        .filter(n -> !n.isEmpty())
        .toList();
  }
}
