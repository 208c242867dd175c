package dev.plumbline.cli.dev;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline ci}: recipes for build servers. */
@Command(
    name = "ci",
    mixinStandardHelpOptions = true,
    description = "Writes recipes for build servers that hold the product against the standard.",
    footer = {"", "Example:", "  plumbline ci init my-camera --for gitlab"},
    subcommands = {CiInitCommand.class})
public final class CiCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw UsageException.without(spec.commandLine(), "init DIR");
  }
}
