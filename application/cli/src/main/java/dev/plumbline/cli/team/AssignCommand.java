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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline assign DIR [ITEM]}. */
@Command(
    name = "assign",
    mixinStandardHelpOptions = true,
    description =
        "Shows who is to decide which item, or assigns an item to a person. It changes no verdict,"
            + " and others can decide the item, too.",
    footer = {
      "",
      "Examples:",
      "  plumbline assign my-camera",
      "  plumbline assign my-camera 5.1-1-1a@DUT --to 'A. Assessor' --by 'L. Lead' \\",
      "      --because 'You have the device.'"
    })
public final class AssignCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ITEM", description = "UNIT@SUBJECT.")
  private Optional<String> item = Optional.empty();

  @Option(names = "--to", paramLabel = "NAME", description = "Who is to decide the item.")
  private Optional<String> to = Optional.empty();

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
    if (!statement.isGiven() && to.isEmpty()) {
      StatementOptions.print(TeamText.assignments(before.workspace()), out);
      return ExitCode.OK.code();
    }
    ItemId id = before.id(StatementOptions.demand(item, "an ITEM"));
    TeamRecorder recorder = statement.recorder(before.workspace());
    return StatementOptions.stored(
        recorder.assign(
            id,
            StatementOptions.demand(to, "--to NAME"),
            statement.text(),
            Instant.now(Clock.systemUTC())),
        recorder,
        out);
  }
}
