package dev.plumbline.cli.verdict;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.PlanView;
import dev.plumbline.view.Style;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline plan DIR}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description =
        "Shows the test plan before any packet: who decides each item, and what nothing can decide yet.",
    footer = {"", "Example:", "  plumbline plan my-camera --items"})
public final class PlanCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Option(names = "--items", description = "List every test item.")
  private boolean items;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    PlanView plan = PlanView.of(workspace);
    if (format.json()) {
      out.println(Json.of(plan.json()));
      return;
    }
    plan.print(items, Style.ofTerminal(), out);
  }
}
