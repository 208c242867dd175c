package dev.plumbline.cli.device;

import dev.plumbline.app.importing.Importing;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.run.RunIds;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import dev.plumbline.view.gathering.ImportProgress;
import dev.plumbline.view.gathering.ImportText;
import dev.plumbline.view.gathering.ImportersView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline import DIR FILE…}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Takes the output of other tools into a dossier: the file as evidence, what it says of the"
            + " device as facts that are judged like a probe's.",
    footer = {
      "",
      "Examples:",
      "  plumbline import --list                     what is read, and how to make such a file",
      "  plumbline import my-camera scan.xml tls.json",
      "  plumbline import my-camera scan.xml --dry-run   what it would take; keeps nothing",
      "  plumbline import my-camera old.xml --software-version 1.0.3",
      "  plumbline import my-camera alarm.pcap --state tampered",
      "",
      "A file that is cut or broken leaves the dossier as it was."
    })
public final class ImportCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "The dossier.")
  private Optional<Path> directory = Optional.empty();

  @Parameters(index = "1..*", paramLabel = "FILE", description = "Files that tools wrote.")
  private List<Path> files = List.of();

  @Option(names = "--list", description = "Name every tool whose files are read.")
  private boolean list;

  @Option(names = "--as", paramLabel = "ID", description = "Read as this importer's file.")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--software-version",
      paramLabel = "VERSION",
      description = "Version of the device that the tool looked at; the declared one if not given.")
  private Optional<String> softwareVersion = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description =
          "Device state that the tool looked at, such as off or tampered; the declared one if not"
              + " given.")
  private Optional<String> state = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would be taken; keep nothing.")
  private boolean dryRun;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      if (format.json()) {
        out.println(Json.of(ImportersView.json()));
      } else {
        ImportersView.lines().forEach(out::println);
      }
      return ExitCode.OK.code();
    }
    if (directory.isEmpty() || files.isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C413"));
    }
    as.filter(id -> !Importing.isImporter(id))
        .ifPresent(
            id -> {
              throw new CliException(
                  ExitCode.USAGE, Message.of("PLB-C414", "importer", Text.safe(id)));
            });
    boolean all = true;
    for (Path file : files) {
      all &= read(file, out);
    }
    return (all ? ExitCode.OK : ExitCode.DOSSIER).code();
  }

  private boolean read(Path file, PrintWriter out) throws IOException {
    Workspace workspace =
        DossierArgument.judgeable(
                Workspace.open(directory.orElseThrow(), LocalDate.now(Clock.systemUTC())),
                spec.commandLine().getErr())
            .workspace()
            .orElseThrow();
    ImportText text =
        new ImportText(
            new Importing(workspace)
                .read(
                    file,
                    as,
                    softwareVersion,
                    state,
                    RunIds.next(),
                    dryRun,
                    new ImportProgress(out, file)));
    text.lines(file).forEach(out::println);
    DossierArgument.print(text.problems(), out);
    out.flush();
    return text.isRead();
  }
}
