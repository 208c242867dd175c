package dev.plumbline.cli.device;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.run.LiveCapture;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.disk.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline capture DIR FILE…}. */
@Command(
    name = "capture",
    mixinStandardHelpOptions = true,
    description =
        "Takes network captures (pcap, pcapng) into a dossier: whom the device calls, what it says"
            + " readable, how it connects again. The same as import --as pcap.",
    footer = {
      "",
      "Examples:",
      "  plumbline capture my-camera night.pcapng",
      "  plumbline capture my-camera --live 600 --interface eth0   listens for ten minutes",
      "",
      "Listening keeps only packets of the addresses in product.yaml and needs dumpcap or tcpdump",
      "and the right to capture; without it the command to type is shown."
    })
public final class CaptureCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The dossier.")
  private Path directory = Path.of("");

  @Parameters(index = "1..*", paramLabel = "FILE", description = "Captures.")
  private List<Path> files = List.of();

  @Option(names = "--live", paramLabel = "SECONDS", description = "Capture for so long first.")
  private Optional<Long> live = Optional.empty();

  @Option(
      names = "--interface",
      paramLabel = "NAME",
      defaultValue = "any",
      description = "Where to listen (default: ${DEFAULT-VALUE}).")
  private String network = "any";

  @Option(names = "--dry-run", description = "Say what would be taken; keep nothing.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (live.isEmpty()) {
      return imported(files);
    }
    Path scratch = Scratch.ofProcess().folder("capture-");
    try {
      List<Path> all = new ArrayList<>(files);
      all.add(listened(Duration.ofSeconds(live.get()), scratch));
      return imported(all);
    } finally {
      Scratch.delete(scratch);
    }
  }

  private int imported(List<Path> all) {
    if (all.isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C407"));
    }
    List<String> arguments = new ArrayList<>(List.of(directory.toString(), "--as", "pcap"));
    all.forEach(f -> arguments.add(f.toString()));
    if (dryRun) {
      arguments.add("--dry-run");
    }
    CommandLine importing = spec.parent().commandLine().getSubcommands().get("import");
    return Optional.ofNullable(importing).orElseThrow().execute(arguments.toArray(String[]::new));
  }

  private Path listened(Duration time, Path scratch) throws IOException, InterruptedException {
    if (time.toSeconds() < 1 || time.toDays() > 7) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C408"));
    }
    Workspace workspace =
        DossierArgument.sound(
            Workspace.open(directory, LocalDate.now(Clock.systemUTC())),
            spec.commandLine().getErr());
    if (!workspace.hasTargets()) {
      throw new CliException(ExitCode.DOSSIER, Message.of("PLB-C409"));
    }
    LiveCapture capture = LiveCapture.of(workspace.product(), network, time);
    Path file = scratch.resolve("live.pcap");
    spec.commandLine().getOut().println("Listening for " + time.toSeconds() + " s …");
    spec.commandLine().getOut().flush();
    if (!capture.run(file)) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of(
              "PLB-C410",
              "command",
              capture.typed(Path.of("live.pcap")),
              "dossier",
              directory.toString()));
    }
    return file;
  }
}
