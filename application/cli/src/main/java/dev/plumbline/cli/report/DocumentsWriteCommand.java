package dev.plumbline.cli.report;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.OwedDocuments;
import dev.plumbline.app.OwedDocuments.Written;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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

/** {@code plumbline documents write DIR ID…}. */
@Command(
    name = "write",
    mixinStandardHelpOptions = true,
    description =
        "Writes documents from declared facts alone. What lacks a fact is marked as a draft, and"
            + " says which file of the dossier to fill in.",
    footer = {
      "",
      "Example:",
      "  plumbline documents write my-camera support-period label-card --format docx --out papers",
      "",
      "Exit codes: 0 all are complete, 11 some are drafts, 12 problems in the dossier."
    })
public final class DocumentsWriteCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ID",
      description = "As 'documents list' names them, or all.")
  private List<String> ids = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "html",
      description = "html (default), docx or md.")
  @SuppressWarnings("NullAway.Init")
  private String format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "plumbline-documents",
      description = "Where to (default: plumbline-documents).")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  /** The spelling of earlier versions. */
  @Option(names = "-o", hidden = true)
  private Optional<Path> earlier = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<String> wanted = ids.equals(List.of("all")) ? OwedDocuments.ids() : ids;
    OwedDocuments.require(wanted, format);
    PrintWriter console = spec.commandLine().getOut();
    AssessedDossier assessed =
        AssessedDossier.of(
            dossier.soundly(spec.commandLine().getErr()),
            policy.choice(),
            LocalDate.now(Clock.systemUTC()));
    List<Written> all =
        OwedDocuments.write(
            assessed, wanted, format, earlier.orElse(out), Instant.now(Clock.systemUTC()));
    for (Written written : all) {
      written.files().forEach(console::println);
      for (String lack : written.lacks()) {
        console.println(Text.wrap("missing: " + Text.safe(lack), "  "));
      }
    }
    return (all.stream().anyMatch(Written::isDraft) ? ExitCode.UNDECIDED : ExitCode.OK).code();
  }
}
