package dev.plumbline.cli.dev;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline dev}: for those who extend Plumbline. */
@Command(
    name = "dev",
    mixinStandardHelpOptions = true,
    description = "Helps those who extend Plumbline itself.",
    footer = {"", "Example:", "  plumbline dev new-probe mqtt-anonymous-connect"},
    subcommands = {
      NewThingCommand.OfProbe.class,
      NewThingCommand.OfCheck.class,
      NewThingCommand.OfImporter.class,
      NewThingCommand.OfScheme.class,
      NewThingCommand.OfReport.class,
      NewThingCommand.OfDriverAction.class,
      ShellFilesCommand.class,
      TrainCommand.class
    })
public final class DevCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Name what to make, such as new-probe NAME; plumbline dev --help lists all.");
  }
}
