package dev.plumbline.cli;

import dev.plumbline.app.Exchanging;
import dev.plumbline.app.Exchanging.Imported;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Severity;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline import-dossier FILE DIR}. */
@Command(
    name = "import-dossier",
    mixinStandardHelpOptions = true,
    description = {
      "Brings ICS and IXIT from a workbook, text document or Markdown into a dossier.",
      "Into a dossier that is there it changes only what differs; what the file leaves empty stays."
          + " Every cell that is not read, and every guess, is told with its place."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline import-dossier camera.xlsx my-camera            a new dossier, or one that is"
          + " there",
      "  plumbline import-dossier camera.docx my-camera --dry-run  what it would change",
      "  plumbline import-dossier repository/ixit my-camera        a folder of Markdown files",
      "",
      "Exit codes: 0 all was read, 12 something was not, which is told."
    })
final class ImportDossierCommand implements Callable<Integer> {
  private static final int MOST_CHANGES = 40;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A file that ends in .xlsx, .docx or .md, or a folder of .md files.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description = "A dossier, or a new or empty directory.")
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Option(
      names = "--edition",
      paramLabel = "VERSION",
      description = "Version of EN 303 645 for a new dossier, where the file does not name it.")
  private Optional<String> version = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would change; write nothing.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<EditionId> edition = version.map(EditionOption::named);
    Imported imported = Exchanging.bring(file, directory, edition, !dryRun);
    if (!imported.read()) {
      DossierArgument.print(imported.problems(), spec.commandLine().getErr(), Style.ofTerminal());
      throw new CliException(ExitCode.DOSSIER, "Nothing was brought in.");
    }
    DossierArgument.print(imported.problems(), out, Style.ofTerminal());
    imported.changes().stream().limit(MOST_CHANGES).forEach(c -> out.println("  " + Text.safe(c)));
    int more = imported.changes().size() - MOST_CHANGES;
    if (more > 0) {
      out.println("  and " + more + " more");
    }
    out.println(
        (dryRun ? "Would change " : "Changed ")
            + imported.changes().size()
            + " rows and values in "
            + directory
            + (imported.fresh() ? ", a new dossier" : "")
            + " for edition "
            + imported.edition()
            + ".");
    boolean unread = imported.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return (unread ? ExitCode.DOSSIER : ExitCode.OK).code();
  }
}
