package dev.plumbline.cli;

import dev.plumbline.app.Migrating;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.edition.Migrated;
import dev.plumbline.edition.RecordFate;
import dev.plumbline.view.Json;
import dev.plumbline.view.MigrationJson;
import dev.plumbline.view.MigrationText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
final class MigrateCommand implements Callable<Integer> {
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
      throw new CliException(
          ExitCode.USAGE, "Name a new folder with --out, or change the dossier with --in-place.");
    }
    EditionId edition = EditionOption.named(to);
    PrintWriter err = spec.commandLine().getErr();
    Workspace before = inPlace ? dossier.sound(err) : dossier.usable(err);
    if (before.catalogue().edition().id().equals(edition)) {
      throw new CliException(
          ExitCode.USAGE, "The dossier is written for " + edition.version() + " already.");
    }
    if (before.dossier().product().extension().isPresent()) {
      throw new CliException(
          ExitCode.USAGE,
          "A variant is not migrated by itself: migrate its base, and state its own rows anew; or"
              + " export it and import the file into a new folder, which then stands alone.");
    }
    Migrating migrating =
        Migrating.of(before, edition)
            .orElseThrow(
                () ->
                    new CliException(
                        ExitCode.USAGE,
                        "There is no way from "
                            + before.catalogue().edition().id()
                            + " to "
                            + edition
                            + " in one step; migrate to the edition between them first."));
    Migrated migrated = plan(migrating);
    write(migrating, migrated);
    Workspace after = DossierArgument.usable(chosen().orElse(dossier.directory()), err);
    LocalDate today = LocalDate.now(Clock.systemUTC());
    List<RecordFate> record = migrating.record(migrated, after, CryptoPolicies.load(), today);
    PrintWriter print = spec.commandLine().getOut();
    if (format.json()) {
      print.println(Json.of(MigrationJson.of(edition, migrated, record)));
    } else {
      new MigrationText(migrated, record, Style.ofTerminal()).lines().forEach(print::println);
    }
    return ExitCode.OK.code();
  }

  private static Migrated plan(Migrating migrating) {
    try {
      return migrating.plan();
    } catch (IOException e) {
      throw new CliException(ExitCode.DOSSIER, Text.safe(String.valueOf(e.getMessage())));
    }
  }

  private void write(Migrating migrating, Migrated migrated) throws IOException {
    if (inPlace) {
      migrating.inPlace(migrated);
      return;
    }
    try {
      migrating.into(chosen().orElseThrow(), migrated);
    } catch (java.nio.file.FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new CliException(ExitCode.USAGE, Text.safe(String.valueOf(e.getMessage())));
    }
  }

  private Optional<Path> chosen() {
    return out.or(() -> earlier);
  }
}
