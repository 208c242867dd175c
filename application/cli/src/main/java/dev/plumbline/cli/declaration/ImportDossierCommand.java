package dev.plumbline.cli.declaration;

import dev.plumbline.app.EditionChoice;
import dev.plumbline.app.importing.Exchanging;
import dev.plumbline.app.importing.Exchanging.Imported;
import dev.plumbline.app.importing.Exchanging.Wish;
import dev.plumbline.app.importing.ImportSummary;
import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.disk.WholeFile;
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
      "Brings ICS and IXIT from a workbook, text document, table or Markdown into a dossier.",
      "Into a dossier that is there it changes only what the file changed since it was imported"
          + " last; what was changed in the dossier stays. Where both changed a cell, both are"
          + " shown. What the file leaves empty stays.",
      "At the end a table says what was taken, left and changed."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline import-dossier camera.xlsx my-camera            a new dossier, or one that is"
          + " there",
      "  plumbline import-dossier camera.docx my-camera --dry-run  what it would change",
      "  plumbline import-dossier repository/ixit my-camera        a folder of Markdown files",
      "  plumbline import-dossier ICS.md my-camera --left left.md  and write what was left",
      "",
      "Exit codes: 0 every answer was read, 12 an answer was lost, nothing was read, or file and"
          + " dossier contradict each other."
    })
public final class ImportDossierCommand implements Callable<Integer> {
  private static final int MOST_CHANGES = 10;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "A file that ends in .xlsx, .docx, .ods, .odt, .csv, .json or .md, or a folder of .md files.")
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

  @Option(
      names = "--take-file",
      description = "Where file and dossier both changed a cell, take that of the file.")
  private boolean takeFile;

  @Option(
      names = "--left",
      paramLabel = "FILE",
      description = "Write every text that is not in the dossier to FILE.")
  private Optional<Path> left = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<EditionChoice> edition = version.map(EditionChoice::named);
    Imported imported = Exchanging.bring(file, directory, Wish.of(edition, !dryRun, takeFile));
    if (!imported.read()) {
      DossierArgument.print(imported.problems(), spec.commandLine().getErr());
      throw new CliException(ExitCode.DOSSIER, Message.of("PLB-C210"));
    }
    DossierArgument.print(imported.problems(), out);
    imported.changes().stream().limit(MOST_CHANGES).forEach(c -> out.println("  " + Text.safe(c)));
    int more = imported.changes().size() - MOST_CHANGES;
    if (more > 0) {
      out.println("  and " + more + " more");
    }
    ImportSummary.lines(imported).forEach(l -> out.println(Text.safe(l)));
    ImportSummary.conflicts(imported).forEach(l -> out.println(Text.safe(l)));
    if (!imported.mended().isEmpty()) {
      out.println(
          Text.count(imported.mended().size(), "value")
              + " changed in the dossier since the last import and stayed as it is there.");
    }
    if (left.isPresent()) {
      out.println("Wrote " + WholeFile.write(left.get(), ImportSummary.left(imported)) + ".");
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
    return (imported.isOpen() ? ExitCode.DOSSIER : ExitCode.OK).code();
  }
}
