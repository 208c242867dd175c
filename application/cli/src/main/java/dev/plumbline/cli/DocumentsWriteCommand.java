package dev.plumbline.cli;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.OwedDocuments;
import dev.plumbline.app.OwedDocuments.Written;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.documents.Definition;
import dev.plumbline.documents.Definitions;
import dev.plumbline.documents.HtmlRenderer;
import dev.plumbline.documents.Lack;
import dev.plumbline.documents.MarkdownRenderer;
import dev.plumbline.documents.Renderer;
import dev.plumbline.documents.WordRenderer;
import dev.plumbline.judging.Assessment;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
final class DocumentsWriteCommand implements Callable<Integer> {
  private static final List<Renderer> RENDERERS =
      List.of(new HtmlRenderer(), new WordRenderer(), new MarkdownRenderer());

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
    List<Definition> wanted = wanted();
    Renderer renderer = renderer();
    PrintWriter console = spec.commandLine().getOut();
    Opened opened = dossier.soundly(spec.commandLine().getErr());
    Assessment result =
        AssessedDossier.of(opened, policy.choice(), LocalDate.now(Clock.systemUTC())).result();
    Instant now = Instant.now(Clock.systemUTC());
    boolean drafts = false;
    for (Definition definition : wanted) {
      Written written =
          OwedDocuments.write(
              opened.workspace().orElseThrow(),
              result,
              definition,
              renderer,
              earlier.orElse(out),
              now);
      written.files().forEach(console::println);
      drafts |= written.document().draft();
      for (Lack lack : written.document().lacks()) {
        console.println(Text.wrap("missing: " + Text.safe(lack.line()), "  "));
      }
    }
    return (drafts ? ExitCode.UNDECIDED : ExitCode.OK).code();
  }

  private List<Definition> wanted() {
    Map<String, Definition> known = Definitions.load();
    if (ids.equals(List.of("all"))) {
      return List.copyOf(known.values());
    }
    List<Definition> wanted = new ArrayList<>();
    for (String id : ids) {
      Definition definition = known.get(id);
      if (definition == null) {
        throw new CliException(
            ExitCode.USAGE,
            "There is no document '" + Text.safe(id) + "'; there are " + known.keySet() + ".");
      }
      wanted.add(definition);
    }
    return wanted;
  }

  private Renderer renderer() {
    return RENDERERS.stream()
        .filter(r -> r.extension().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new CliException(
                    ExitCode.USAGE,
                    "There is no form '" + Text.safe(format) + "'; there are html, docx, md."));
  }
}
