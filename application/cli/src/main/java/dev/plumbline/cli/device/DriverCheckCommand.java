package dev.plumbline.cli.device;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.run.Driving;
import dev.plumbline.app.run.RunIds;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.AgreementOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.DriverOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.IntrusivenessLevels;
import dev.plumbline.cli.option.KernelOption;
import dev.plumbline.view.gathering.DriverTrialText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline driver check DIR}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Performs every described action once and says which work. What it changes it puts back"
            + " where it can; with stress it cuts the power, offers an update and resets the device.",
    footer = {
      "",
      "Examples:",
      "  plumbline driver check my-camera",
      "  plumbline driver check my-camera --intrusiveness stress",
      "  plumbline driver check my-camera --run-driver-programs",
      "",
      "Exit codes: 0 every action that was tried works, 11 some do not, 12 problems in the dossier."
    })
public final class DriverCheckCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AgreementOption agreement;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DriverOption driver;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private KernelOption kernel;

  @Option(
      names = "--intrusiveness",
      paramLabel = "LEVEL",
      defaultValue = "provoke",
      completionCandidates = IntrusivenessLevels.class,
      description = "Most intrusive action to perform: observe, provoke (default) or stress.")
  @SuppressWarnings("NullAway.Init")
  private String intrusiveness;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.sound(spec.commandLine().getErr());
    Driving driving = driver.driving(workspace);
    if (!driving.isDescribed()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C411"));
    }
    Agreement agreed = agreement.to(workspace, spec.commandLine().getErr());
    DriverTrialText tried = new DriverTrialText(out);
    Driving.Checked run =
        kernel.run(workspace, () -> driving.check(agreed, intrusiveness, RunIds.next(), tried));
    tried.notDescribed(driving);
    if (run.end().stopped()) {
      out.println("Stopped.");
      return ExitCode.UNDECIDED.code();
    }
    if (run.end().failed()) {
      out.println("The check failed by a defect of Plumbline: " + run.about());
      return ExitCode.DEFECT.code();
    }
    out.println(
        tried.failed() == 0
            ? "Every action that was tried works."
            : tried.failed() + " do not work.");
    return (tried.failed() == 0 ? ExitCode.OK : ExitCode.UNDECIDED).code();
  }
}
