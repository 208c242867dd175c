package dev.plumbline.cli.declaration;

import dev.plumbline.app.PlanDifference;
import dev.plumbline.app.interview.InterviewNotes;
import dev.plumbline.app.interview.InterviewStatements;
import dev.plumbline.app.interview.InterviewStatements.Changes;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Problems;
import dev.plumbline.declaration.interview.Interview;
import dev.plumbline.declaration.interview.InterviewOutcome;
import dev.plumbline.declaration.interview.Question;
import dev.plumbline.view.InterviewText;
import dev.plumbline.view.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
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
      "An answer can be changed later. What the interview wrote into ics.yaml follows; what you",
      "wrote there yourself stays.",
      "",
      "Examples:",
      "  plumbline interview my-camera",
      "  plumbline interview my-camera --change logins",
      "  plumbline interview my-camera --answers answers.yaml",
      "",
      "A file of answers has a line a question: passwords: [user-defined]"
    })
public final class InterviewCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(names = "--answers", paramLabel = "FILE", description = "Take answers from this file.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--change",
      paramLabel = "QUESTION",
      split = ",",
      description = "Ask these questions again, by the names that --questions lists.")
  private List<String> change = List.of();

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
    InterviewOutcome before = interview.outcome(answers);
    if (file.isPresent()) {
      answers.putAll(InterviewNotes.answers(file.get(), problems));
    }
    List<String> faults = new ArrayList<>(interview.faults(answers));
    faults.addAll(interview.unknown(change));
    if (!faults.isEmpty() || problems.hasErrors()) {
      DossierArgument.print(problems.sorted(), spec.commandLine().getErr());
      faults.forEach(f -> spec.commandLine().getErr().println(Text.safe(f)));
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C211"));
    }
    notes.keep(answers);
    InterviewDialogue dialogue = dialogue(interview, notes, out);
    boolean finished = dialogue.change(change, answers) && dialogue.ask(answers);
    conclude(workspace, interview, before, interview.outcome(answers), out);
    return (finished ? ExitCode.OK : ExitCode.UNDECIDED).code();
  }

  private static InterviewDialogue dialogue(
      Interview interview, InterviewNotes notes, PrintWriter out) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    return new InterviewDialogue(interview, notes::keep, in, out);
  }

  static void show(PrintWriter out, Question question) {
    out.println();
    out.println(Text.wrap(question.text() + " (" + question.id() + ")", ""));
    out.println(Text.wrap(question.help(), "    "));
    int number = 1;
    for (Question.Choice choice : question.choices()) {
      out.printf("  %d  %s  (%s)%n", number++, choice.text(), choice.key());
    }
  }

  private void conclude(
      Workspace workspace,
      Interview interview,
      InterviewOutcome before,
      InterviewOutcome outcome,
      PrintWriter out)
      throws IOException {
    Problems problems = new Problems();
    Changes changes =
        InterviewStatements.write(workspace.folder(), interview, before, outcome, problems);
    DossierArgument.print(problems.sorted(), spec.commandLine().getErr());
    InterviewText text = new InterviewText(workspace.catalogue());
    out.println();
    out.println(settled(outcome));
    text.written(changes, outcome).forEach(out::println);
    if (changes.changesEarlier()) {
      Workspace now = dossier.usable(spec.commandLine().getErr());
      text.changed(changes, PlanDifference.of(workspace, now)).forEach(out::println);
    }
    out.println(
        Text.wrap(
            "Tables to fill in: "
                + String.join(
                    ", ", outcome.tables().stream().map(InterviewOutcome.Need::table).toList()),
            ""));
    out.println("Next: plumbline check " + Text.safe(workspace.directory().toString()));
  }

  private static String settled(InterviewOutcome outcome) {
    int open = outcome.open().size();
    return open == 0
        ? "All " + outcome.statements().size() + " conditions and features are answered."
        : outcome.statements().size()
            + " conditions and features are answered; "
            + open
            + (open == 1 ? " is" : " are")
            + " open: answer what you left out, or write them in ics.yaml.";
  }
}
