package dev.plumbline.cli.declaration;

import dev.plumbline.app.EditionChoice;
import dev.plumbline.app.Migrating;
import dev.plumbline.app.Migrating.Moved;
import dev.plumbline.app.Migrating.Plan;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.edition.MigrationJson;
import dev.plumbline.view.edition.MigrationText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline migrate DIR --to VERSION}. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Moves a dossier to another edition of EN 303 645, and accounts for every part of it.",
      "What it was is kept in its folder 'migration', so that going back loses nothing."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline migrate my-camera --to 3.1.3 --out my-camera-3.1.3",
      "  plumbline migrate my-camera --to 3.1.3 --in-place --format json",
      "  plumbline migrate my-camera-3.1.3 --to 2.1.1 --out my-camera-again   with what was changed"
          + " since"
    })
public final class MigrateCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "VERSION",
      completionCandidates = EditionOption.Versions.class,
      description = "Version of EN 303 645 to move to: ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("NullAway.Init")
  private String to;

  @Option(names = "--out", paramLabel = "DIR", description = "The new folder.")
  private Optional<Path> out = Optional.empty();

  /** The spelling of earlier versions. */
  @Option(names = "-o", hidden = true)
  private Optional<Path> earlier = Optional.empty();

  @Option(names = "--in-place", description = "Change the dossier itself; it has to be sound.")
  private boolean inPlace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (chosen().isPresent() == inPlace) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C204"));
    }
    EditionChoice edition = EditionChoice.named(to);
    PrintWriter err = spec.commandLine().getErr();
    Workspace before = inPlace ? dossier.sound(err) : dossier.usable(err);
    Migrating migrating = Migrating.of(before, edition);
    Plan plan = plan(migrating);
    write(migrating, plan);
    Workspace after = DossierArgument.usable(chosen().orElse(dossier.directory()), err);
    Moved moved = migrating.moved(plan, after, LocalDate.now(Clock.systemUTC()));
    PrintWriter print = spec.commandLine().getOut();
    if (format.json()) {
      print.println(Json.of(MigrationJson.of(moved)));
    } else {
      new MigrationText(moved, Style.ofTerminal()).lines().forEach(print::println);
    }
    return ExitCode.OK.code();
  }

  private static Plan plan(Migrating migrating) {
    try {
      return migrating.plan();
    } catch (IOException e) {
      throw new CliException(
          ExitCode.DOSSIER,
          Message.of("PLB-C205", "reason", Text.safe(String.valueOf(e.getMessage()))));
    }
  }

  private void write(Migrating migrating, Plan plan) throws IOException {
    if (inPlace) {
      migrating.inPlace(plan);
      return;
    }
    try {
      migrating.into(chosen().orElseThrow(), plan);
    } catch (java.nio.file.FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of("PLB-C206", "reason", Text.safe(String.valueOf(e.getMessage()))));
    }
  }

  private Optional<Path> chosen() {
    return out.or(() -> earlier);
  }
}
