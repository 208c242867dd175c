package dev.plumbline.cli.verdict;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.GapsView;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline gaps DIR}. */
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description =
        "Shows what is not met or not known on paper, by the attacks it leaves open, what fails as"
            + " judge says it, and what to do.",
    footer = {"", "Example:", "  plumbline gaps my-camera --brief"})
public final class GapsCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Option(names = "--brief", description = "Without the guidance.")
  private boolean brief;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    GapsView gaps = GapsView.of(workspace, LocalDate.now(Clock.systemUTC()));
    if (format.json()) {
      out.println(Json.of(gaps.json()));
    } else {
      gaps.print(brief, Style.ofTerminal(), out);
    }
  }
}
