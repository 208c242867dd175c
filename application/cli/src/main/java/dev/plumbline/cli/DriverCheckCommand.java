package dev.plumbline.cli;

import dev.plumbline.app.Driving;
import dev.plumbline.app.RunIds;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.driver.DriverFile;
import dev.plumbline.driver.DriverTrial;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.run.RunReport;
import dev.plumbline.view.Text;
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
final class DriverCheckCommand implements Callable<Integer> {
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
      description = "Most intrusive action to perform: observe, provoke (default) or stress.")
  @SuppressWarnings("NullAway.Init")
  private Intrusiveness intrusiveness;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.sound(spec.commandLine().getErr());
    Driving driving = driver.driving(workspace);
    DriverFile file =
        driving
            .described()
            .orElseThrow(() -> new CliException(ExitCode.USAGE, "The dossier has no driver.yaml."));
    Agreement agreed = agreement.to(workspace, spec.commandLine().getErr());
    Tally tally = new Tally(out);
    RunReport run =
        kernel.run(
            workspace,
            () -> driving.check(agreed, intrusiveness, RunIds.next(), tally, observation -> {}));
    for (DriverAction action : DriverAction.values()) {
      if (file.ways(action).isEmpty()) {
        out.println(String.format("  %-16s not described", action.word()));
      }
    }
    if (run.stopped()) {
      out.println("Stopped.");
      return ExitCode.UNDECIDED.code();
    }
    if (run.failed()) {
      out.println("The check failed by a defect of Plumbline: " + run.probes());
      return ExitCode.DEFECT.code();
    }
    out.println(
        tally.failed == 0 ? "Every action that was tried works." : tally.failed + " do not work.");
    return (tally.failed == 0 ? ExitCode.OK : ExitCode.UNDECIDED).code();
  }

  private static final class Tally implements DriverTrial.Listener {
    private final PrintWriter out;
    private int failed;

    Tally(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void tried(DriverAction action, String what, DriverResult result) {
      failed += result.done() ? 0 : 1;
      String how =
          switch (result) {
            case DriverResult.Done d -> "works" + (d.values().isEmpty() ? "" : ": " + d.values());
            case DriverResult.Refused r ->
                "REFUSED by the device: "
                    + r.reason()
                    + " → Is that how this device should answer?";
            case DriverResult.Errored e ->
                "FAILED: " + e.reason() + " → Mend the steps of " + action.word() + ".";
            case DriverResult.Missing m -> "MISSING: " + m.means();
          };
      out.println(
          Text.wrap(
              Text.safe(
                  String.format(
                      "%-16s %s%s", action.word(), what.isEmpty() ? "" : what + ": ", how)),
              "  "));
      out.flush();
    }

    @Override
    public void leftOut(DriverAction action, String why) {
      out.println(String.format("  %-16s not tried: %s", action.word(), Text.safe(why)));
      out.flush();
    }
  }
}
