package dev.plumbline.cli.device;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Baseline;
import dev.plumbline.app.BaselineComparison;
import dev.plumbline.app.Reports;
import dev.plumbline.app.run.RunEnd;
import dev.plumbline.app.run.RunOrder;
import dev.plumbline.app.run.TestRun;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.version.Version;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.AgreementOption;
import dev.plumbline.cli.option.BaselineOption;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.DriverOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.IntrusivenessLevels;
import dev.plumbline.cli.option.KernelOption;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.ComparisonText;
import dev.plumbline.view.Progress;
import dev.plumbline.view.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline assess DIR}. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    description = "All steps for a build server: check, plan, test, judge, report.",
    footer = {
      "",
      "Examples:",
      "  plumbline assess my-camera --out reports",
      "  plumbline assess my-camera --without-device --baseline my-camera/baseline.json",
      "",
      "Exit codes: 0 all PASS, 10 any FAIL, 11 nothing FAILs but not all is decided,",
      "12 problems in the dossier, 13 nobody agreed to what it wants, 1 a defect of Plumbline, 2 wrong use.",
      "With --baseline: 10 something FAILs that did not, 11 something else got worse, 0 nothing",
      "did; what FAILs or is open since before is told and does not count. docs/pipeline.md"
    })
public final class AssessCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "plumbline-report",
      description = "Where the reports go (default: plumbline-report).")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--intrusiveness",
      paramLabel = "LEVEL",
      defaultValue = "provoke",
      completionCandidates = IntrusivenessLevels.class,
      description = "Most intrusive probe to run: observe, provoke (default) or stress.")
  @SuppressWarnings("NullAway.Init")
  private String intrusiveness;

  @Option(
      names = "--without-device",
      description = "Send nothing: judge what is declared and recorded already.")
  private boolean withoutDevice;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private BaselineOption baseline;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description =
          "Write a summary in Markdown, with what became of the baseline, such as for a pull"
              + " request.")
  private @Nullable Path summary;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AgreementOption agreement;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DriverOption driver;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private KernelOption kernel;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    Workspace workspace = dossier.judgeable(spec.commandLine().getErr()).workspace().orElseThrow();
    Optional<Baseline> before = baseline.read(workspace);
    Optional<RunEnd> run = withoutDevice ? Optional.empty() : Optional.of(run(workspace));
    AssessmentRun done = AssessmentRun.finish(dossier, policy.choice(), out, spec);
    AssessedDossier assessed = done.assessed();
    Optional<BaselineComparison> comparison =
        before.map(b -> b.comparison(assessed, baseline.honoursWaivers()));
    comparison.ifPresent(c -> ComparisonText.of(c, Style.ofTerminal()).print(console));
    if (summary != null) {
      Reports.summary(assessed, comparison, summary, Version.TOOL);
    }
    if (run.map(RunEnd::failed).orElse(false)) {
      console.println("A probe failed by a defect of Plumbline; its questions stay open.");
      return ExitCode.DEFECT.code();
    }
    if (run.map(RunEnd::stopped).orElse(false)) {
      return ExitCode.UNDECIDED.code();
    }
    if (assessed.hasErrors()) {
      return ExitCode.DOSSIER.code();
    }
    return comparison.map(ExitCode::of).orElseGet(() -> ExitCode.of(assessed)).code();
  }

  private RunEnd run(Workspace workspace) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    Agreement agreed = agreement.to(workspace, spec.commandLine().getErr());
    RunOrder order = RunOrder.all(intrusiveness);
    TestRun run = new TestRun(workspace, Version.TOOL).with(driver.driving(workspace));
    Progress progress = new Progress(console, workspace.product());
    return kernel.run(workspace, () -> RunEnd.of(run.run(agreed, order.options(), progress)));
  }
}
