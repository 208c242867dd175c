package dev.plumbline.cli.team;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.team.SignoffStatus;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Digest;
import dev.plumbline.view.TeamText;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline signoff DIR}. */
@Command(
    name = "signoff",
    mixinStandardHelpOptions = true,
    description =
        "Shows the state of the dossier and who signed it off, or signs that state off. A later"
            + " sign-off amends the last one and names it.",
    footer = {
      "",
      "Examples:",
      "  plumbline signoff my-camera",
      "  plumbline signoff my-camera --state 8c41d2e90b77 --by 'L. Lead' \\",
      "      --because 'All items were looked at.'",
      "",
      "The state is a digest of the declaration, observations, decisions, reviews, waivers and",
      "evidence. If it changed since you looked, nothing is signed."
    })
public final class SignoffCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--state",
      paramLabel = "DIGEST",
      description = "The state that you looked at, as 'plumbline signoff DIR' shows it.")
  private Optional<String> state = Optional.empty();

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
    Digest now = SignoffStatus.state(before.workspace());
    if (!statement.isGiven()) {
      StatementOptions.print(TeamText.signoff(SignoffStatus.of(before.workspace()), now), out);
      return ExitCode.OK.code();
    }
    Digest seen =
        StatementOptions.digest(
            List.of(now), StatementOptions.demand(state, "--state DIGEST"), "current state");
    TeamRecorder recorder = statement.recorder(before.workspace());
    return StatementOptions.stored(
        recorder.signoff(seen, statement.text(), Instant.now(Clock.systemUTC())), recorder, out);
  }
}
