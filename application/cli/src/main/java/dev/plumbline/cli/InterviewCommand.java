package dev.plumbline.cli;

import dev.plumbline.app.InterviewNotes;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.interview.Interview;
import dev.plumbline.declaration.interview.InterviewOutcome;
import dev.plumbline.declaration.interview.Question;
import dev.plumbline.dossier.Ics;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline interview DIR}. */
@Command(
    name = "interview",
    mixinStandardHelpOptions = true,
    description = "Settles conditions, features and what applies, by questions in plain words.",
    footer = {
      "",
      "Each answer is kept at once; stop with Ctrl-C or 'q' and start again to go on.",
      "",
      "Examples:",
      "  plumbline interview my-camera",
      "  plumbline interview my-camera --answers answers.yaml",
      "",
      "A file of answers has a line a question: passwords: [user-defined]"
    })
final class InterviewCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(names = "--answers", paramLabel = "FILE", description = "Take answers from this file.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--questions", description = "List every question with its choices, and end.")
  private boolean list;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    Interview interview = Interview.of(workspace.catalogue());
    if (list) {
      interview.questions().forEach(q -> show(out, q));
      return ExitCode.OK.code();
    }
    InterviewNotes notes = new InterviewNotes(workspace.folder());
    Problems problems = new Problems();
    Map<String, List<String>> answers = new LinkedHashMap<>(notes.read(problems));
    if (file.isPresent()) {
      answers.putAll(InterviewNotes.answers(file.get(), problems));
    }
    List<String> faults = interview.faults(answers);
    if (!faults.isEmpty() || problems.hasErrors()) {
      DossierArgument.print(problems.sorted(), spec.commandLine().getErr(), Style.ofTerminal());
      faults.forEach(f -> spec.commandLine().getErr().println(Text.safe(f)));
      throw new CliException(ExitCode.USAGE, "The answers cannot be used; mend these first.");
    }
    notes.keep(answers);
    boolean finished = ask(interview, notes, answers, out);
    conclude(workspace, interview.outcome(answers), notes, out);
    return (finished ? ExitCode.OK : ExitCode.UNDECIDED).code();
  }

  private boolean ask(
      Interview interview, InterviewNotes notes, Map<String, List<String>> answers, PrintWriter out)
      throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    return new InterviewDialogue(interview, notes::keep, in, out).ask(answers);
  }

  static void show(PrintWriter out, Question question) {
    out.println();
    out.println(Text.wrap(question.text(), ""));
    out.println(Text.wrap(question.help(), "    "));
    int number = 1;
    for (Question.Choice choice : question.choices()) {
      out.printf("  %d  %s  (%s)%n", number++, choice.text(), choice.key());
    }
  }

  private void conclude(
      Workspace workspace, InterviewOutcome outcome, InterviewNotes notes, PrintWriter out)
      throws IOException {
    Problems problems = new Problems();
    Ics ics = workspace.dossier().ics();
    List<String> written = notes.settle(ics, outcome, problems);
    List<ProvisionId> answered = notes.answerNotApplicable(ics, outcome, problems);
    DossierArgument.print(problems.sorted(), spec.commandLine().getErr(), Style.ofTerminal());
    out.println();
    int open = outcome.open().size();
    out.println(
        open == 0
            ? "All " + outcome.statements().size() + " conditions and features are answered."
            : outcome.statements().size()
                + " conditions and features are answered; "
                + open
                + (open == 1 ? " is" : " are")
                + " open: answer what you left out, or write them in ics.yaml.");
    out.println(
        written.isEmpty()
            ? "ics.yaml had all of it already."
            : Text.wrap("Saved in ics.yaml: " + String.join(", ", written), ""));
    if (!answered.isEmpty()) {
      out.println("These provisions do not apply. Answered N/A in ics.yaml, with this reason:");
      outcome.notApplicable().stream()
          .filter(s -> answered.contains(s.provision()))
          .forEach(
              s -> out.println(Text.wrap(s.provision() + "  " + Text.safe(s.because()), "  ")));
    }
    out.println(
        Text.wrap(
            "Tables to fill in: "
                + String.join(
                    ", ", outcome.tables().stream().map(InterviewOutcome.Need::table).toList()),
            ""));
    out.println("Next: plumbline check " + Text.safe(workspace.folder().directory().toString()));
  }
}
