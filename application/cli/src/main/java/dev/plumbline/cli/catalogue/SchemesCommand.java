package dev.plumbline.cli.catalogue;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline schemes}: labels, marks and laws that build on the standard. */
@Command(
    name = "schemes",
    mixinStandardHelpOptions = true,
    description = "Shows labels, marks and laws, and which of them a product is eligible for.",
    footer = {
      "",
      "Examples:",
      "  plumbline schemes list",
      "  plumbline schemes show uk-psti",
      "  plumbline schemes for my-camera",
      "  plumbline schemes for my-camera --on 2027-12-11 --format json"
    },
    subcommands = {SchemesListCommand.class, SchemesShowCommand.class, SchemesForCommand.class})
public final class SchemesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw UsageException.without(spec.commandLine(), "list, show ID, or for DIR");
  }
}
