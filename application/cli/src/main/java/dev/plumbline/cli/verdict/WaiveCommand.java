package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Waiving;
import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DayConverter;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.core.ItemId;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline waive DIR ITEM}. */
@Command(
    name = "waive",
    mixinStandardHelpOptions = true,
    description =
        "Records that a risk is accepted until a day. The item stays a FAIL, and every report says"
            + " who accepted it.",
    footer = {
      "",
      "Example:",
      "  plumbline waive my-camera 5.6-1-2c@DUT --until 2027-01-31 --by 'A. Manager' \\",
      "      --because 'The port is closed by the update of January; units are in our own halls.'",
      "",
      "It covers the finding as it is now, no other. A new waiver on the item takes the place of",
      "the old one. Only 'assess --baseline --honour-waivers' lets it count, for the exit code."
    })
public final class WaiveCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(index = "1", paramLabel = "ITEM", description = "UNIT@SUBJECT.")
  @SuppressWarnings("NullAway.Init")
  private String item;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "TEXT",
      description = "Why the risk can be borne.")
  @SuppressWarnings("NullAway.Init")
  private String because;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The last day of it, such as 2027-01-31.")
  @SuppressWarnings("NullAway.Init")
  private LocalDate until;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who accepts it.")
  @SuppressWarnings("NullAway.Init")
  private String by;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (because.isBlank() || by.isBlank()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C303"));
    }
    if (until.isBefore(LocalDate.now(Clock.systemUTC()))) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C304", "day", until.toString()));
    }
    PrintWriter out = spec.commandLine().getOut();
    AssessedDossier before =
        AssessedDossier.of(
            dossier.soundly(spec.commandLine().getErr()),
            policy.choice(),
            LocalDate.now(Clock.systemUTC()));
    ItemId id = before.id(item);
    Optional<String> accepted =
        Waiving.waive(before, id, because, until, by, Instant.now(Clock.systemUTC()));
    if (accepted.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C305", "item", Text.safe(id.toString())));
    }
    out.println("Recorded. " + Text.safe(id.toString()) + " stays a FAIL:");
    out.println(Text.wrap(Text.safe(accepted.get()), "  "));
    return ExitCode.OK.code();
  }
}
