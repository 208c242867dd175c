package dev.plumbline.cli;

import dev.plumbline.app.Importing;
import dev.plumbline.app.RunIds;
import dev.plumbline.app.SoftwareList;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.observation.Counted;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.observation.firmware.Unopened;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
final class FirmwareCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

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
    ImportReport report =
        new Importing(workspace)
            .read(
                image,
                Optional.of(Importing.FIRMWARE),
                softwareVersion,
                RunIds.next(),
                dryRun,
                (bytes, of) -> {});
    out.println(
        Text.safe(String.valueOf(image.getFileName()))
            + ": "
            + (report.read()
                ? Text.count(report.observations().size(), "observation")
                : "not read"));
    report.observations().stream().findFirst().ifPresent(o -> opened(report, out));
    report.observations().forEach(o -> out.println(line(o)));
    DossierArgument.print(report.problems(), out);
    if (sbom.isPresent() && report.read()) {
      WholeFile.write(
          sbom.get(), Json.of(SoftwareList.of(workspace.product(), report.observations())));
    }
    out.flush();
    return (report.read() ? ExitCode.OK : ExitCode.DOSSIER).code();
  }

  private static String line(Observation o) {
    return o.seen()
        ? String.format("    %-24s %d", o.key(), o.fact().map(FirmwareCommand::count).orElse(0L))
        : Text.wrap(String.format("%-24s not known: %s", o.key(), Text.safe(o.reason())), "    ");
  }

  private static long count(Fact fact) {
    return fact instanceof Counted counted ? counted.count() : 0;
  }

  /** What was opened and what was not; every fact of an image says the same of it. */
  private static void opened(ImportReport report, PrintWriter out) {
    Optional<FirmwareSecrets> image =
        report.observations().stream()
            .flatMap(o -> o.as(FirmwareSecrets.class).stream())
            .findFirst();
    out.println(
        Text.wrap(
            Text.safe(
                "opened: "
                    + image.flatMap(FirmwareSecrets::opened).orElse(Map.of())
                    + ", "
                    + image.flatMap(FirmwareSecrets::files).orElse(0L)
                    + " files"),
            "    "));
    List<Unopened> unopened = image.flatMap(FirmwareSecrets::unopened).orElse(List.of());
    unopened.stream()
        .limit(SHOWN)
        .forEach(
            u ->
                out.println(
                    Text.wrap(Text.safe("NOT OPENED " + u.place() + ": " + u.reason()), "    ")));
    if (unopened.size() > SHOWN) {
      out.println("    NOT OPENED: " + (unopened.size() - SHOWN) + " more");
    }
  }
}
