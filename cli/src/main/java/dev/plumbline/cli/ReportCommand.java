package dev.plumbline.cli;

import dev.plumbline.app.Reports;
import dev.plumbline.app.Workspace.Opened;
import dev.plumbline.engine.Assessment;
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
        "Writes the result as report.html, result.json, junit.xml, summary.md and badge.svg.",
    footer = {"", "Example:", "  plumbline report my-camera --out reports --only html,json"})
final class ReportCommand implements Callable<Integer> {
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
      names = "--only",
      split = ",",
      paramLabel = "FORM",
      description = "html, json, junit, markdown, badge; all by default.")
  private List<String> only = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<String> known = Reports.formats().stream().map(f -> f.id()).toList();
    for (String form : only) {
      if (!known.contains(form)) {
        throw new CliException(
            ExitCode.USAGE, "There is no form '" + Text.safe(form) + "'; there are " + known + ".");
      }
    }
    Opened opened = dossier.soundly(spec.commandLine().getErr());
    Assessment result = Judging.judge(opened, policy.policy());
    Reports.write(
            result,
            opened.workspace().orElseThrow(),
            out,
            new LinkedHashSet<>(only),
            Instant.now(Clock.systemUTC()),
            Version.TOOL)
        .forEach(f -> spec.commandLine().getOut().println(f));
    return ExitCode.of(result.verdict()).code();
  }
}
