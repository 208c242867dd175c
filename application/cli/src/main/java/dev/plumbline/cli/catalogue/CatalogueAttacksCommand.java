package dev.plumbline.cli.catalogue;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.AttacksView;
import dev.plumbline.view.Json;
import dev.plumbline.view.OpenAttacksView;
import dev.plumbline.view.Style;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue attacks}. */
@Command(
    name = "attacks",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the botnets that ETSI's deck names: ways in, provisions, units, probes.",
      "With --against: which of them a product leaves open, and what shows it."
    },
    footer = {"", "Example:", "  plumbline catalogue attacks --against my-camera"})
public final class CatalogueAttacksCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Hold them against what was observed of the product of this dossier.")
  private Optional<Path> against = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (against.isPresent()) {
      Workspace workspace = DossierArgument.usable(against.get(), spec.commandLine().getErr());
      OpenAttacksView open = OpenAttacksView.of(workspace, LocalDate.now(Clock.systemUTC()));
      if (format.json()) {
        out.println(Json.of(open.json()));
      } else {
        open.lines(Style.ofTerminal()).forEach(out::println);
      }
      return;
    }
    AttacksView attacks = new AttacksView(edition.choice().id());
    if (format.json()) {
      out.println(Json.of(attacks.json()));
    } else {
      attacks.print(out);
    }
  }
}
