package dev.plumbline.cli;

import dev.plumbline.app.Importing;
import dev.plumbline.app.RunIds;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Counted;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.Importers;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
final class ImportCommand implements Callable<Integer> {
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
      list(out);
      return ExitCode.OK.code();
    }
    if (directory.isEmpty() || files.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE, "Name a dossier and at least one file; --list shows what is read.");
    }
    as.filter(id -> Importers.installed().byId(id).isEmpty())
        .ifPresent(
            id -> {
              throw new CliException(
                  ExitCode.USAGE, "There is no importer '" + Text.safe(id) + "'; see --list.");
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
    ImportReport report =
        new Importing(workspace)
            .read(file, as, softwareVersion, state, RunIds.next(), dryRun, new Reading(out, file));
    out.println(
        Text.safe(String.valueOf(file.getFileName()))
            + ": "
            + (report.read()
                ? Text.count(report.observations().size(), "observation")
                    + " from "
                    + report.importer()
                : "not read"));
    if (!report.run().version().isEmpty()) {
      out.println(Text.wrap(Text.safe("tool version " + report.run().version()), "    "));
    }
    byKey(report).forEach((key, count) -> out.printf("    %-28s %d%n", key, count));
    for (Counted c : report.counted()) {
      out.println(
          Text.wrap(c.what() + ": " + c.held() + " in the file, " + c.kept() + " kept", "    "));
    }
    DossierArgument.print(report.problems(), out);
    out.flush();
    return report.read();
  }

  private static Map<String, Integer> byKey(ImportReport report) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Observation o : report.observations()) {
      counts.merge(o.key(), 1, Integer::sum);
    }
    return counts;
  }

  private void list(PrintWriter out) {
    List<ImporterSpec> specs = Importers.installed().all().stream().map(Importer::spec).toList();
    if (format.json()) {
      out.println(Json.of(specs.stream().map(ImportCommand::json).toList()));
      return;
    }
    for (ImporterSpec s : specs) {
      out.println(String.format("%-22s %s, %s", s.id(), s.tool(), s.formats()));
      out.println(Text.wrap(s.how(), "    "));
    }
  }

  private static Map<String, Object> json(ImporterSpec s) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", s.id());
    json.put("version", s.version());
    json.put("tool", s.tool());
    json.put("formats", s.formats());
    json.put("how", s.how());
    json.put("produces", s.produces());
    json.put("known", s.known());
    return json;
  }

  /** A moving line on a terminal, nothing elsewhere. */
  private record Reading(PrintWriter out, Path file)
      implements dev.plumbline.importing.ImportRun.Listener {
    @Override
    public void at(long bytes, long of) {
      if (Style.ofTerminal().colours()) {
        out.printf(
            "\r\u001b[2K  … %s %3d %%\r",
            Text.safe(String.valueOf(file.getFileName())), of == 0 ? 100 : 100 * bytes / of);
        out.flush();
      }
    }
  }
}
