package dev.plumbline.cli.device;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.Reports;
import dev.plumbline.app.version.Version;
import dev.plumbline.cli.option.DossierArgument;
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
record AssessmentRun(AssessedDossier assessed, List<Path> files) {
  AssessmentRun {
    files = List.copyOf(files);
  }

  static AssessmentRun finish(
      DossierArgument dossier, PolicyChoice policy, Path out, CommandSpec spec) throws IOException {
    return finish(dossier.assessed(policy, spec.commandLine().getErr()), out, spec);
  }

  static AssessmentRun finish(AssessedDossier assessed, Path out, CommandSpec spec)
      throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    List<Path> files =
        Reports.write(
                assessed.result(),
                assessed.workspace(),
                out,
                Set.of(),
                Instant.now(Clock.systemUTC()),
                Version.TOOL)
            .files();
    new Summary(assessed.result(), Style.ofTerminal()).print(console);
    console.println();
    console.println("  The report: " + files.getFirst().toAbsolutePath().normalize());
    console.println(
        "  For programs: "
            + files.stream().skip(1).map(f -> f.getFileName().toString()).toList()
            + " beside it");
    return new AssessmentRun(assessed, files);
  }
}
