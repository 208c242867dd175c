package dev.plumbline.cli.team;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.PendingReview;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline review DIR [ITEM]}. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description =
        "Shows the decisions that wait for another person, or accepts one of them or returns it to"
            + " its author. policy.yaml of the dossier says which verdicts need that.",
    footer = {
      "",
      "Examples:",
      "  plumbline review my-camera",
      "  plumbline review my-camera 5.1-1-1a@DUT --decision 3f0c9a7be112 --accept \\",
      "      --by 'B. Reviewer' --because 'I read the manual, too.'",
      "  plumbline review my-camera 5.1-1-1a@DUT --decision 3f0c9a7be112 --own FAIL --accept \\",
      "      --by 'B. Reviewer' --because 'Units share it.'     where reviews are blind",
      "",
      "Author and reviewer have to be two people with two keys. In a blind review, a verdict of",
      "your own that differs returns the decision."
    })
public final class ReviewCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ITEM", description = "UNIT@SUBJECT.")
  private Optional<String> item = Optional.empty();

  @Option(
      names = "--decision",
      paramLabel = "DIGEST",
      description = "The decision that you read, as 'plumbline review DIR' shows it.")
  private Optional<String> decision = Optional.empty();

  @Option(names = "--accept", description = "Let the decision count.")
  private boolean accept;

  @Option(names = "--return", description = "Give the decision back to its author.")
  private boolean giveBack;

  @Option(
      names = "--own",
      paramLabel = "VERDICT",
      description = "Your own verdict, where reviews are blind: ${COMPLETION-CANDIDATES}.")
  private Optional<Verdict> own = Optional.empty();

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
    List<PendingReview> waiting = PendingReview.of(before.workspace());
    if (!statement.isGiven() && !accept && !giveBack) {
      StatementOptions.print(TeamText.reviews(waiting), out);
      return ExitCode.OK.code();
    }
    if (accept == giveBack) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C705"));
    }
    ItemId id = before.id(StatementOptions.demand(item, "an ITEM"));
    Digest read =
        StatementOptions.digest(
            waiting.stream().filter(w -> w.item().equals(id)).map(PendingReview::decision).toList(),
            StatementOptions.demand(decision, "--decision DIGEST"),
            "decision on " + id + " that waits for a review");
    TeamRecorder recorder = statement.recorder(before.workspace());
    return StatementOptions.stored(
        recorder.review(id, read, accept, statement.text(), own, Instant.now(Clock.systemUTC())),
        recorder,
        out);
  }
}
