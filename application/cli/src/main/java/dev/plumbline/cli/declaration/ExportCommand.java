package dev.plumbline.cli.declaration;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.VerdictExport;
import dev.plumbline.app.importing.Exchanging;
import dev.plumbline.app.importing.Exchanging.Exported;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.UsageException;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline export DIR}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes ICS and IXIT of a dossier as workbook, text document or Markdown, to be filled in"
            + " and brought back by 'plumbline import-dossier'.",
    footer = {
      "",
      "Examples:",
      "  plumbline export my-camera --format xlsx -o camera.xlsx",
      "  plumbline export my-camera --format docx -o camera.docx",
      "  plumbline export my-camera --format md -o camera.md   one file",
      "  plumbline export my-camera --format md -o ixit        a folder: ICS.md and one file a table",
      "  plumbline export my-camera --verdicts -o verdicts.csv all items, to be decided in a table"
    })
public final class ExportCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(names = "--format", paramLabel = "FORMAT", description = "xlsx, docx or md.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--verdicts",
      description =
          "Write a table of all test items with the verdicts of people, to be filled in and brought"
              + " back by 'plumbline decide DIR --from FILE'; FILE ends in .csv, .md or .xlsx.")
  private boolean verdicts;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Where to write; replaced if it is there.")
  private Optional<Path> out = Optional.empty();

  /** The spelling of earlier versions. */
  @Option(names = "--out", hidden = true)
  private Optional<Path> earlier = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private Path file() {
    return chosen()
        .orElseThrow(
            () ->
                new UsageException(
                    spec.commandLine(),
                    Message.of("PLB-C904", "option", "-o=FILE", "command", spec.qualifiedName())));
  }

  private int verdicts(PrintWriter printer, Path file) throws IOException {
    AssessedDossier assessed = dossier.assessed(PolicyChoice.USUAL, spec.commandLine().getErr());
    Path written =
        VerdictExport.write(assessed.result(), file)
            .orElseThrow(() -> new CliException(ExitCode.USAGE, Message.of("PLB-C207")));
    printer.println("Wrote " + Text.count(assessed.itemCount(), "item") + " to " + written + ".");
    return ExitCode.OK.code();
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter printer = spec.commandLine().getOut();
    Path file = file();
    if (verdicts) {
      return verdicts(printer, file);
    }
    if (format.filter(Exchanging::isFormat).isEmpty()) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C208", "format", Text.safe(format.orElse(""))));
    }
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    Exported exported = Exchanging.export(workspace, format.get(), file);
    DossierArgument.print(exported.problems(), printer);
    if (exported.files().isEmpty()) {
      throw new CliException(ExitCode.DOSSIER, Message.of("PLB-C209"));
    }
    printer.println(
        exported.files().size() == 1
            ? "Wrote " + file + "."
            : "Wrote " + exported.files().size() + " files to " + file + ".");
    return ExitCode.OK.code();
  }

  private Optional<Path> chosen() {
    return out.or(() -> earlier);
  }
}
