package dev.plumbline.cli.device;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.DriverOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.gathering.DriverView;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline driver show DIR}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Lists all actions, and how this dossier describes each. Sends nothing.",
    footer = {"", "Example:", "  plumbline driver show my-camera"})
public final class DriverShowCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DriverOption driver;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    DriverView view = DriverView.of(workspace, driver.driving(workspace));
    if (format.json()) {
      out.println(Json.of(view.json()));
    } else {
      view.lines().forEach(out::println);
    }
    return ExitCode.OK.code();
  }
}
