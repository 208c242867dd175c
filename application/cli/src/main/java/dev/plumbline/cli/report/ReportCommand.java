package dev.plumbline.cli.report;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Reports;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.version.Version;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.cli.option.ReportForms;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline report DIR}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes the result: report.html, result.json, junit.xml, summary.md and badge.svg, or what"
            + " you name.",
    footer = {
      "",
      "Examples:",
      "  plumbline report my-camera --out reports --format html,sarif",
      "  plumbline report my-camera --format oscal"
    })
public final class ReportCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "plumbline-report",
      description = "Where to (default: plumbline-report).")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = {"--format", "--only"},
      split = ",",
      paramLabel = "FORM",
      completionCandidates = ReportForms.class,
      description = {
        "Forms, or the first word of several (default: html,json,junit,markdown,badge):",
        "${COMPLETION-CANDIDATES}"
      })
  private List<String> wanted = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    for (String form : wanted) {
      if (!Reports.isKnown(form)) {
        List<String> known = Reports.choices().stream().map(Reports.Choice::id).toList();
        throw new CliException(
            ExitCode.USAGE,
            Message.of("PLB-C602", "form", Text.safe(form), "forms", String.join(", ", known)));
      }
    }
    AssessedDossier assessed = dossier.assessed(policy.choice(), spec.commandLine().getErr());
    Reports.Written written =
        Reports.write(
            assessed.result(),
            assessed.workspace(),
            out,
            new LinkedHashSet<>(wanted),
            Instant.now(Clock.systemUTC()),
            Version.TOOL);
    written.files().forEach(f -> spec.commandLine().getOut().println(f));
    written
        .lacks()
        .forEach(
            (form, why) ->
                spec.commandLine().getErr().println("No " + form + " was written: " + why + "."));
    return ExitCode.of(assessed).code();
  }
}
