package dev.plumbline.cli;

import dev.plumbline.app.TestRun;
import dev.plumbline.app.Workspace;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.run.RunOptions;
import dev.plumbline.probe.run.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
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
      "Example:",
      "  plumbline assess my-camera --out reports",
      "",
      "Exit codes: 0 all PASS, 10 any FAIL, 11 nothing FAILs but not all is decided,",
      "12 problems in the dossier, 1 a defect of Plumbline, 2 wrong use."
    })
final class AssessCommand implements Callable<Integer> {
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
      description = "Most intrusive probe to run: observe, provoke (default) or stress.")
  @SuppressWarnings("NullAway.Init")
  private Intrusiveness intrusiveness;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DriverOption driver;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    Workspace workspace = dossier.sound(spec.commandLine().getErr());
    RunOptions options = new RunOptions(RunIds.next(), Set.of(), intrusiveness, false, false);
    RunReport run =
        Interruptible.run(
            () ->
                new TestRun(workspace, Version.TOOL)
                    .with(driver.driving(workspace))
                    .run(options, new Progress(console)));
    AssessmentRun done = AssessmentRun.finish(dossier, policy.policy(), out, spec);
    if (run.failed()) {
      console.println("A probe failed by a defect of Plumbline; its questions stay open.");
      return ExitCode.DEFECT.code();
    }
    return run.stopped() ? ExitCode.UNDECIDED.code() : ExitCode.of(done.result().verdict()).code();
  }
}
