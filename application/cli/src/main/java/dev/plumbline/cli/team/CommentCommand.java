package dev.plumbline.cli.team;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.ItemId;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline comment DIR [ITEM]}. */
@Command(
    name = "comment",
    mixinStandardHelpOptions = true,
    description = "Shows the comments on items, or adds one. A comment changes no verdict.",
    footer = {
      "",
      "Examples:",
      "  plumbline comment my-camera",
      "  plumbline comment my-camera 5.1-1-1a@DUT --by 'B. Reviewer' \\",
      "      --because 'Does the label of the second batch say so, too?'"
    })
public final class CommentCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ITEM", description = "UNIT@SUBJECT.")
  private Optional<String> item = Optional.empty();

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
    Optional<ItemId> id = item.map(before::id);
    if (!statement.isGiven()) {
      StatementOptions.print(TeamText.comments(before.workspace(), id), out);
      return ExitCode.OK.code();
    }
    ItemId on = before.id(StatementOptions.demand(item, "an ITEM"));
    TeamRecorder recorder = statement.recorder(before.workspace());
    return StatementOptions.stored(
        recorder.comment(on, statement.text(), Optional.empty(), Instant.now(Clock.systemUTC())),
        recorder,
        out);
  }
}
