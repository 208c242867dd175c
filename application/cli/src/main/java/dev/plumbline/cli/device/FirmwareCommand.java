package dev.plumbline.cli.device;

import dev.plumbline.app.importing.Importing;
import dev.plumbline.app.run.RunIds;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.view.Json;
import dev.plumbline.view.gathering.FirmwareText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline firmware DIR IMAGE}. */
@Command(
    name = "firmware",
    mixinStandardHelpOptions = true,
    description =
        "Opens a firmware image and keeps what it shows: accounts and their hashes, private keys,"
            + " tokens, services of the start-up, rights, addresses, signatures and components. The"
            + " image becomes evidence. No program is run and nothing of it is written to disk by"
            + " its name.",
    footer = {
      "",
      "Examples:",
      "  plumbline firmware my-camera camera-1.4.2.bin",
      "  plumbline firmware my-camera flash-dump.bin --dry-run    what it shows; keeps nothing",
      "  plumbline firmware my-camera old.tar.gz --software-version 1.0.3",
      "  plumbline firmware my-camera camera-1.4.2.bin --sbom camera.cdx.json",
      "",
      "A part that could not be opened is named: nothing found there is not 'nothing'.",
      "Secrets that were found are told by kind and place, never by themselves."
    })
public final class FirmwareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The dossier.")
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Parameters(index = "1", paramLabel = "IMAGE", description = "The firmware image.")
  @SuppressWarnings("NullAway.Init")
  private Path image;

  @Option(
      names = "--software-version",
      paramLabel = "VERSION",
      description = "Version of the device's software in the image; the declared one if not given.")
  private Optional<String> softwareVersion = Optional.empty();

  @Option(
      names = "--sbom",
      paramLabel = "FILE",
      description = "Write the components that were found as CycloneDX 1.6.")
  private Optional<Path> sbom = Optional.empty();

  @Option(names = "--dry-run", description = "Say what was found; keep nothing.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace =
        DossierArgument.sound(
            Workspace.open(directory, LocalDate.now(Clock.systemUTC())),
            spec.commandLine().getErr());
    FirmwareText text =
        new FirmwareText(
            new Importing(workspace)
                .read(
                    image,
                    Optional.of(Importing.FIRMWARE),
                    softwareVersion,
                    RunIds.next(),
                    dryRun,
                    (bytes, of) -> {}));
    text.lines(image).forEach(out::println);
    DossierArgument.print(text.problems(), out);
    if (sbom.isPresent() && text.isRead()) {
      WholeFile.write(sbom.get(), Json.of(text.softwareList(workspace)));
    }
    out.flush();
    return (text.isRead() ? ExitCode.OK : ExitCode.DOSSIER).code();
  }
}
