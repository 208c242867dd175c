package dev.plumbline.cli.declaration;

import dev.plumbline.app.OpenPassword;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.cli.option.AgreementOption;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.cli.option.SinceOption;
import dev.plumbline.core.Problem;
import dev.plumbline.view.Json;
import dev.plumbline.view.ProblemsText;
import dev.plumbline.view.SecretText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.TrustText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline check DIR}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a dossier and shows every problem at once, with what to write instead.",
      "Errors stand first. Problems with one remedy are one group with its places."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline check my-camera",
      "  plumbline check my-camera --errors",
      "  plumbline check my-camera --format json",
      "  plumbline check my-camera --since reports/result.json",
      "",
      "Exit codes: 0 no errors, 12 errors. docs/problems.md explains every id."
    })
public final class CheckCommand implements Callable<Integer> {
  /** Conditions and features that are not stated. */
  private static final Set<String> UNSTATED = Set.of("PLB-3011", "PLB-3012");

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private SinceOption since;

  @Option(names = "--errors", description = "Show errors alone; warnings and hints are counted.")
  private boolean errorsAlone;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Opened opened = dossier.read();
    List<Problem> problems = new ArrayList<>(opened.problems());
    List<String> told = new ArrayList<>();
    if (opened.workspace().isPresent()) {
      problems.addAll(since.touched(opened.workspace().get(), told));
      OpenPassword.problem(opened).ifPresent(problems::add);
    }
    List<Problem> errors = DossierArgument.errors(problems);
    List<Problem> shown = errorsAlone ? errors : problems;
    if (format.json()) {
      out.println(Json.of(ProblemsText.json(shown)));
    } else {
      new ProblemsText(Style.ofTerminal()).lines(shown).forEach(out::println);
      if (opened.workspace().isPresent()) {
        told(opened.workspace().get()).forEach(out::println);
      }
      told.forEach(out::println);
      out.println(ProblemsText.counts(problems) + " Next: " + next(opened, problems));
    }
    boolean unusable = opened.workspace().isEmpty();
    return (unusable || !errors.isEmpty() ? ExitCode.DOSSIER : ExitCode.OK).code();
  }

  /** The command that brings this dossier on. */
  private String next(Opened opened, List<Problem> problems) {
    String directory = Text.safe(dossier.directory().toString());
    if (opened.workspace().isEmpty() || !DossierArgument.errors(problems).isEmpty()) {
      return "correct the errors, then plumbline check " + directory + " --errors";
    }
    if (problems.stream().anyMatch(p -> UNSTATED.contains(p.id()))) {
      return "plumbline interview " + directory;
    }
    boolean hasAddress = opened.workspace().orElseThrow().hasTargets();
    return "plumbline " + (hasAddress ? "test " + directory + " --dry-run" : "plan " + directory);
  }

  private List<String> told(Workspace workspace) throws IOException {
    List<String> lines = new ArrayList<>(SecretText.of(workspace).lines());
    lines.addAll(new TrustText(AgreementOption.trust(workspace), dossier.directory()).lines());
    return lines;
  }
}
