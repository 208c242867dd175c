package dev.plumbline.cli.team;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.TeamText;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline ask DIR [ROW COLUMN]}. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description =
        "Shows the questions about cells of the IXIT, asks one, or answers one with what the cell"
            + " should say. The declaration stays as it is until a person edits it.",
    footer = {
      "",
      "Examples:",
      "  plumbline ask my-camera",
      "  plumbline ask my-camera 1-AuthMech/AuthMech-1 description --by 'A. Assessor' \\",
      "      --because 'Which port is that?'",
      "  plumbline ask my-camera --answer 5d7e01c4a2f9 --value 'The login at port 8443.' \\",
      "      --by 'M. Maker' --because 'See page 12 of the manual.'"
    })
public final class AskCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ROW",
      description = "Table and row of the IXIT, such as 1-AuthMech/AuthMech-1.")
  private Optional<String> row = Optional.empty();

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "COLUMN",
      description = "Key of the column or typed field.")
  private Optional<String> column = Optional.empty();

  @Option(
      names = "--answer",
      paramLabel = "DIGEST",
      description = "The question that you answer, as 'plumbline ask DIR' shows it.")
  private Optional<String> answer = Optional.empty();

  @Option(
      names = "--value",
      paramLabel = "TEXT",
      description = "With --answer: what the cell should say.")
  private Optional<String> value = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private StatementOptions statement;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    AssessedDossier before = dossier.assessed(PolicyChoice.USUAL, spec.commandLine().getErr());
    if (!statement.isGiven() && answer.isEmpty()) {
      StatementOptions.print(TeamText.questions(before.workspace()), out);
      return ExitCode.OK.code();
    }
    if (answer.isPresent() && row.isPresent()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C706"));
    }
    TeamRecorder recorder = statement.recorder(before.workspace());
    Instant now = Instant.now(Clock.systemUTC());
    RecordingResult<?> result =
        answer.isPresent()
            ? recorder.answer(
                StatementOptions.digest(recorder.questions(), answer.get(), "question"),
                StatementOptions.demand(value, "--value TEXT"),
                statement.text(),
                now)
            : recorder.ask(
                StatementOptions.demand(row, "a ROW"),
                StatementOptions.demand(column, "a COLUMN"),
                statement.text(),
                now);
    return StatementOptions.stored(result, recorder, out);
  }
}
