package dev.plumbline.cli.device;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.run.Driving;
import dev.plumbline.app.run.RunEnd;
import dev.plumbline.app.run.RunIds;
import dev.plumbline.app.run.RunOrder;
import dev.plumbline.app.run.TestRun;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.version.Version;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.Interruptible;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import dev.plumbline.testbed.VendorSite;
import dev.plumbline.view.Progress;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline demo}: the whole of it on a simulated device. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Starts a simulated device on loopback and holds it against the standard.",
    footer = {
      "",
      "Devices: careless-camera (default), sound-camera, smart-lock, sensor-tag, home-hub.",
      "",
      "Examples:",
      "  plumbline demo",
      "  plumbline demo --device sound-camera --out /tmp/sound",
      "  plumbline demo --full                 cuts power and network and sends unexpected input"
          + " too"
    })
public final class DemoCommand implements Callable<Integer> {
  /** Probes that a first look can do without. */
  private static final List<String> LONG =
      List.of(
          "boot-trial",
          "deletion",
          "input-validation",
          "odd-messages",
          "outages",
          "replacement",
          "set-up-walk");

  @Option(names = "--full", description = "Run the long probes too.")
  private boolean full;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "careless-camera",
      description = "The device (default: careless-camera).")
  @SuppressWarnings("NullAway.Init")
  private String device;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "plumbline-report",
      description = "Where the report goes (default: plumbline-report).")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** All probes, or all but the long ones. */
  private List<String> wanted() {
    return full ? List.of() : RunOrder.probes().stream().filter(id -> !LONG.contains(id)).toList();
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    if (!DeviceSpec.names().contains(device)) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of(
              "PLB-C412",
              "device",
              Text.safe(device),
              "devices",
              String.join(", ", DeviceSpec.names())));
    }
    DeviceSpec deviceSpec = DeviceSpec.named(device);
    Path dossier = DemoDossier.copy(device, out, deviceSpec.address());
    try (SimulatedDevice running = SimulatedDevice.start(deviceSpec);
        VendorSite site = VendorSite.start(deviceSpec)) {
      console.println(
          "A simulated "
              + device
              + " runs at "
              + deviceSpec.address()
              + ": "
              + running.endpoints().size()
              + " services; its maker's pages at "
              + site.endpoint().getAddress().getHostAddress()
              + ":"
              + site.endpoint().getPort()
              + ".");
      console.println("Its dossier: " + dossier + " (a copy of examples/" + device + ")");
      Opened opened = Workspace.open(dossier, LocalDate.now(Clock.systemUTC()));
      console.println(
          "Check: "
              + opened.errors().size()
              + " errors, "
              + opened.problems().size()
              + (opened.problems().size() == 1 ? " problem in all." : " problems in all."));
      Workspace workspace =
          opened
              .workspace()
              .orElseThrow(() -> new CliException(ExitCode.DEFECT, Message.of("PLB-C114")));
      console.println("Test:");
      if (!full) {
        console.println(
            "  left out to be short   " + String.join(", ", LONG) + "; --full runs them");
      }
      RunOrder order = new RunOrder(RunIds.next(), wanted(), "stress", false, false);
      // The demo's dossiers are ours; a simulated device needs no person.
      Driving driving = new Driving(workspace, true, Optional.empty());
      TestRun run = new TestRun(workspace, Version.TOOL).with(driving);
      Progress progress = new Progress(console, workspace.product());
      RunEnd end =
          Interruptible.run(
              () -> RunEnd.of(run.run(Agreement.shipped(dossier), order.options(), progress)));
      AssessmentRun.finish(
          AssessedDossier.of(
              Workspace.open(dossier, LocalDate.now(Clock.systemUTC())),
              PolicyChoice.USUAL,
              LocalDate.now(Clock.systemUTC())),
          out,
          spec);
      String program = System.getProperty("plumbline.program", "plumbline");
      console.println(
          "  Why an item has its verdict: " + program + " explain " + dossier + " 5.6-1-2c@DUT");
      console.println("  Your own product: " + program + " new my-product");
      return (end.failed() ? ExitCode.DEFECT : ExitCode.OK).code();
    }
  }
}
