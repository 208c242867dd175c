package dev.plumbline.cli;

import dev.plumbline.app.Reports;
import dev.plumbline.app.Version;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.judging.Assessment;
import dev.plumbline.view.Style;
import dev.plumbline.view.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What comes after the probes: judge, report, summary.
 *
 * @param files the reports written
 */
record AssessmentRun(Assessment result, List<Path> files) {
  AssessmentRun {
    files = List.copyOf(files);
  }

  static AssessmentRun finish(
      DossierArgument dossier, CryptoPolicy policy, Path out, CommandSpec spec) throws IOException {
    return finish(dossier.judgeable(spec.commandLine().getErr()), policy, out, spec);
  }

  static AssessmentRun finish(Opened opened, CryptoPolicy policy, Path out, CommandSpec spec)
      throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    Assessment result = Judging.judge(opened, policy);
    List<Path> files =
        Reports.write(
                result,
                opened.workspace().orElseThrow(),
                out,
                Set.of(),
                Instant.now(Clock.systemUTC()),
                Version.TOOL)
            .files();
    new Summary(result, Style.ofTerminal()).print(console);
    console.println();
    console.println("  The report: " + files.getFirst().toAbsolutePath().normalize());
    console.println(
        "  For programs: "
            + files.stream().skip(1).map(f -> f.getFileName().toString()).toList()
            + " beside it");
    return new AssessmentRun(result, files);
  }
}
