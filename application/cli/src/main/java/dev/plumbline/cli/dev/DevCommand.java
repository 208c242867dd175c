package dev.plumbline.cli.dev;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
    throw UsageException.without(
        spec.commandLine(), "new-probe NAME and others; 'plumbline dev --help' lists all");
  }
}
