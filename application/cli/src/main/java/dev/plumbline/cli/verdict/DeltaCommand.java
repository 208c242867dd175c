package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.DossierState;
import dev.plumbline.app.DueRetests;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import dev.plumbline.view.portfolio.RetestsView;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline delta DIR}. */
@Command(
    name = "delta",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what has to be tested again after the firmware, the IXIT, the catalogue or the crypto"
          + " policy changed, why, and how long it took last time. Touches no device.",
      "What was never tested is not among it; 'plumbline plan' and 'status' show that."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline delta my-camera",
      "  plumbline delta my-camera --since v1.0           a revision of git, for the reasons",
      "  plumbline delta my-camera --crypto-policy strict-2026-11 --format json"
    })
public final class DeltaCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--since",
      paramLabel = "REV",
      description = "A revision of git to name what changed since.")
  private Optional<String> since = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    Opened opened = dossier.soundly(spec.commandLine().getErr());
    LocalDate today = LocalDate.now(Clock.systemUTC());
    AssessedDossier now = AssessedDossier.of(opened, policy.choice(), today);
    RetestsView view =
        new RetestsView(
            since.isPresent() ? DueRetests.since(now, before(today), today) : DueRetests.of(now));
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(view.json()));
    } else {
      view.print(out);
    }
  }

  private Opened before(LocalDate today) {
    try {
      Opened before = new DossierState(dossier.directory(), since).open(today);
      if (before.workspace().isEmpty()) {
        DossierArgument.print(before.errors(), spec.commandLine().getErr());
        throw new CliException(ExitCode.DOSSIER, Message.of("PLB-C107"));
      }
      return before;
    } catch (IOException e) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of("PLB-C106", "reason", Text.safe(String.valueOf(e.getMessage()))));
    }
  }
}
