package dev.plumbline.cli.device;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.run.RunEnd;
import dev.plumbline.app.run.RunIds;
import dev.plumbline.app.run.RunOrder;
import dev.plumbline.app.run.TestNetwork;
import dev.plumbline.app.run.TestRun;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.version.Version;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.AgreementOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.DriverOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.IntrusivenessLevels;
import dev.plumbline.cli.option.KernelOption;
import dev.plumbline.view.Progress;
import dev.plumbline.view.SecretText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.TrustText;
import dev.plumbline.view.gathering.DryRunText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline test DIR}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Probes the device that product.yaml names, and keeps what was seen as evidence.",
    footer = {
      "",
      "Examples:",
      "  plumbline test my-camera",
      "  plumbline test my-camera --dry-run          what would run; sends nothing",
      "  plumbline test my-camera --only tcp-open-ports,tls-endpoint",
      "  plumbline test my-camera --intrusiveness stress   also tries to guess passwords",
      "  plumbline test my-camera --resume           goes on after Ctrl-C",
      "  plumbline test my-camera --lead eth1        answers the device's DHCP and DNS there",
      "  plumbline test my-camera --in factory-default   the driver resets it, and sets it up after"
    })
public final class TestCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PROBE",
      description = "Only these probes, and what they need.")
  private List<String> only = List.of();

  @Option(
      names = "--intrusiveness",
      paramLabel = "LEVEL",
      defaultValue = "provoke",
      completionCandidates = IntrusivenessLevels.class,
      description = "Most intrusive probe to run: observe, provoke (default) or stress.")
  @SuppressWarnings("NullAway.Init")
  private String intrusiveness;

  @Option(
      names = "--dry-run",
      description =
          "Say what would be asked, of whom, for how long, and what it may do to the device; send"
              + " nothing.")
  private boolean dryRun;

  @Option(
      names = "--in",
      paramLabel = "STATE",
      description =
          "Test in another device state (factory-default, initialized); the driver takes the device"
              + " there by factory-reset or set-up, and back.")
  private String state = "";

  @Option(names = "--resume", description = "Go on with the last run.")
  private boolean resume;

  @Option(
      names = "--lead",
      paramLabel = "INTERFACE",
      description =
          "Meanwhile tell the device its address and where the servers of test.clients are, by DHCP"
              + " and DNS, on this interface alone (needs dnsmasq and root).")
  private Optional<String> lead = Optional.empty();

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
    PrintWriter out = spec.commandLine().getOut();
    RunOrder wanted = new RunOrder(RunIds.next(), only, intrusiveness, dryRun, resume);
    wanted.options();
    Workspace workspace = dossier.judgeable(spec.commandLine().getErr()).workspace().orElseThrow();
    TestRun run = new TestRun(workspace, Version.TOOL).with(driver.driving(workspace));
    RunOrder order =
        resume
            ? wanted.named(
                run.lastRun()
                    .orElseThrow(() -> new CliException(ExitCode.USAGE, Message.of("PLB-C403"))))
            : wanted;
    if (!state.isEmpty()) {
      return inState(workspace, run, order, out);
    }
    if (dryRun) {
      SecretText.of(workspace).lines().forEach(out::println);
      new TrustText(AgreementOption.trust(workspace), dossier.directory())
          .lines()
          .forEach(out::println);
      new DryRunText(workspace.product(), order.most(), Style.ofTerminal())
          .lines(run.plan(order.options()))
          .forEach(out::println);
      return ExitCode.OK.code();
    }
    Agreement agreed = agreement.to(workspace, spec.commandLine().getErr());
    RunEnd end =
        lead.isPresent()
            ? led(workspace, agreed, lead.get(), run, order)
            : run(workspace, agreed, run, order);
    return told(end, out);
  }

  private RunEnd run(Workspace workspace, Agreement agreed, TestRun run, RunOrder order)
      throws IOException {
    Progress progress = new Progress(spec.commandLine().getOut(), workspace.product());
    return kernel.run(workspace, () -> RunEnd.of(run.run(agreed, order.options(), progress)));
  }

  private Integer inState(Workspace workspace, TestRun run, RunOrder order, PrintWriter out)
      throws IOException {
    if (state.equals(workspace.state())) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C404"));
    }
    if (dryRun || resume || lead.isPresent()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C405"));
    }
    Agreement agreed = agreement.to(workspace, spec.commandLine().getErr());
    Progress progress = new Progress(out, workspace.product());
    TestRun.StateRun there =
        kernel.run(workspace, () -> run.runIn(agreed, state, order.options(), progress));
    there
        .unreached()
        .ifPresent(
            w ->
                out.println(
                    "The device is not known to be '" + Text.safe(state) + "': " + Text.safe(w)));
    there
        .notBack()
        .ifPresent(w -> out.println("It is not known to be back where it was: " + Text.safe(w)));
    int code = there.end().map(e -> told(e, out)).orElseGet(ExitCode.UNDECIDED::code);
    return there.notBack().isPresent() ? ExitCode.UNDECIDED.code() : code;
  }

  private Integer told(RunEnd end, PrintWriter out) {
    if (end.stopped()) {
      out.println("Stopped. 'plumbline test " + dossier.directory() + " --resume' goes on.");
      return ExitCode.UNDECIDED.code();
    }
    if (end.failed()) {
      out.println("A probe failed by a defect of Plumbline; its questions stay open.");
      return ExitCode.DEFECT.code();
    }
    out.println("Done. 'plumbline judge " + dossier.directory() + "' shows the verdicts.");
    return ExitCode.OK.code();
  }

  private RunEnd led(
      Workspace workspace, Agreement agreed, String network, TestRun run, RunOrder order)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    TestNetwork leading;
    try {
      leading = TestNetwork.start(workspace.product(), network);
    } catch (IllegalArgumentException | IOException e) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of("PLB-C406", "reason", Text.safe(String.valueOf(e.getMessage()))));
    }
    try (leading) {
      RunEnd end = run(workspace, agreed, run, order);
      out.println(leading.summary());
      return end;
    }
  }
}
