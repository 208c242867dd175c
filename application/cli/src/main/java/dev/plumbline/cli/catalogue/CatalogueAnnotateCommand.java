package dev.plumbline.cli.catalogue;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.original.Annotating;
import dev.plumbline.app.original.Annotating.Annotated;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.cli.option.UsageException;
import dev.plumbline.view.AnnotatedText;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue annotate FILE.pdf}. */
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    description =
        "Reads your own copy of EN 303 645 or TS 103 701 (the PDF of ETSI). 'catalogue show' and"
            + " 'walk' then show its wording beside ours, on this machine alone. Lists where the"
            + " document and the catalogue differ.",
    footer = {
      "",
      "The wording is kept in the folder that PLUMBLINE_DATA names, else in plumbline below",
      "XDG_DATA_HOME or ~/.local/share. No dossier, report or export holds it.",
      "",
      "Examples:",
      "  plumbline catalogue annotate ts_103701v020101p.pdf",
      "  plumbline catalogue annotate --list",
      "  plumbline catalogue annotate --remove ts103701-2.1.1"
    })
public final class CatalogueAnnotateCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The PDF.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--list", description = "List the documents that are kept.")
  private boolean list;

  @Option(
      names = "--remove",
      paramLabel = "ID",
      description = "Remove one, such as ts103701-2.1.1 ('--list' shows their IDs).")
  private Optional<String> remove = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    int wanted = (file.isPresent() ? 1 : 0) + (list ? 1 : 0) + (remove.isPresent() ? 1 : 0);
    if (wanted != 1) {
      throw new UsageException(
          spec.commandLine(), Message.of("PLB-C907", "choices", "a PDF, --list, --remove ID"));
    }
    PrintWriter out = spec.commandLine().getOut();
    Annotating annotating = Annotating.of(System.getenv());
    if (file.isPresent()) {
      Annotated annotated = annotating.annotate(file.get());
      if (format.json()) {
        out.println(Json.of(AnnotatedText.json(annotated)));
      } else {
        AnnotatedText.read(annotated, out);
      }
    } else if (remove.isPresent()) {
      annotating.remove(remove.get());
      out.println("Removed " + Text.safe(remove.get()) + ".");
    } else {
      List<Annotated> kept = annotating.kept();
      if (format.json()) {
        out.println(Json.of(kept.stream().map(AnnotatedText::json).toList()));
      } else {
        AnnotatedText.list(kept, out);
      }
    }
    return ExitCode.OK.code();
  }
}
