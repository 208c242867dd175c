package dev.plumbline.cli.device;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline driver}. */
@Command(
    name = "driver",
    mixinStandardHelpOptions = true,
    description = "What makes the device do things: the driver.yaml of a dossier.",
    footer = {"", "docs/drivers.md describes every action and step."},
    subcommands = {DriverShowCommand.class, DriverCheckCommand.class})
public final class DriverCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw UsageException.without(spec.commandLine(), "show or check");
  }
}
