package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.StaleDecisions;
import dev.plumbline.cli.option.AuthorOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.Text;
import dev.plumbline.view.team.StaleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** {@code plumbline still-holds DIR [ITEM…]}. */
@Command(
    name = "still-holds",
    mixinStandardHelpOptions = true,
    description =
        "Shows the decisions that went stale, each with what changed since, or records that some of"
            + " them still hold, and why: one step after an update or a change of the declaration.",
    footer = {
      "",
      "Examples:",
      "  plumbline still-holds my-camera",
      "  plumbline still-holds my-camera 5.1-1-1a@1-AuthMech/AuthMech-1 --by 'A. Assessor' \\",
      "      --because 'Only the text about brute force was changed.'",
      "  plumbline still-holds my-camera 5.6-3-2a@15-Intf/USB --evidence photo-of-1.3.jpg \\",
      "      --by 'A. Assessor' --because 'The connector is as it was.'",
      "",
      "A decision that rests on evidence of another version needs new evidence (--evidence)."
    })
public final class StillHoldsCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ITEM",
      description = "UNIT@SUBJECT of stale decisions.")
  private List<String> items = List.of();

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so.")
  private Optional<String> by = Optional.empty();

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      description = "Why they still hold; it follows the reason of the earlier decision.")
  private Optional<String> because = Optional.empty();

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "A file to keep with each decision; may be given several times.")
  private List<Path> evidence = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    AssessedDossier before = dossier.assessed(PolicyChoice.USUAL, spec.commandLine().getErr());
    StaleDecisions stale = StaleDecisions.of(before.seen(), before.result());
    if (by.isEmpty() && because.isEmpty()) {
      StaleText.lines(stale).forEach(out::println);
      return ExitCode.OK.code();
    }
    if (items.isEmpty()
        || by.filter(b -> !b.isBlank()).isEmpty()
        || because.filter(b -> !b.isBlank()).isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C306"));
    }
    AuthorOption.demandStored(
        stale.renew(
            author.recorder(before.workspace(), by.get()),
            items.stream().map(before::id).toList(),
            because.get(),
            evidence,
            Instant.now(Clock.systemUTC())));
    out.println("Recorded " + Text.count(items.size(), "decision") + ".");
    return ExitCode.OK.code();
  }
}
