package dev.plumbline.app;

import dev.plumbline.core.Finding;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.Decision;
import dev.plumbline.exchange.VerdictTable;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes every item of a plan as a table of verdicts: those of people filled in, beside what was
 * found without them. What is blank can be filled in and brought back by {@link DecidingMany}.
 */
public final class VerdictExport {
  private VerdictExport() {}

  /**
   * Writes it.
   *
   * @param to its ending says the form: .csv, .md or .xlsx
   * @return where it was written; empty when the ending is another one
   */
  public static Optional<Path> write(Assessment result, Path to) throws IOException {
    Optional<VerdictTable.Form> form = VerdictTable.Form.of(to.toString());
    if (form.isEmpty()) {
      return Optional.empty();
    }
    List<VerdictTable.Line> lines = result.items().map(VerdictExport::line).toList();
    return Optional.of(WholeFile.write(to, VerdictTable.write(lines, form.get())));
  }

  private static VerdictTable.Line line(Judged item) {
    Optional<Decision> decision = item.decision();
    return new VerdictTable.Line(
        item.item().id().unit().value(),
        item.item().id().subject(),
        decision.map(d -> d.finding().verdict().name()).orElse(""),
        decision.map(d -> d.finding().reason()).orElse(""),
        decision.map(Decision::by).orElse(""),
        decision.map(d -> d.at().atZone(ZoneOffset.UTC).toLocalDate().toString()).orElse(""),
        decision
            .map(
                d ->
                    d.evidence().stream()
                        .map(e -> "sha256:" + e.hex().substring(0, 12))
                        .collect(Collectors.joining(", ")))
            .orElse(""),
        decision.map(d -> remedy(d.finding())).orElse(""),
        item.byMachine().map(f -> f.verdict() + ": " + f.reason()).orElse(""));
  }

  private static String remedy(Finding finding) {
    return finding instanceof Finding.Violated v ? v.remedy() : "";
  }
}
