package dev.plumbline.cli.catalogue;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue}: what the standards ask. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description = "Shows what the standard asks and how it is assessed.",
    footer = {
      "",
      "Examples:",
      "  plumbline catalogue counts --edition 2.1.1",
      "  plumbline catalogue show 5.1-1",
      "  plumbline catalogue show 5.6-1-2b --format json",
      "  plumbline catalogue show 1-AuthMech",
      "  plumbline catalogue annotate ts_103701v020101p.pdf"
    },
    subcommands = {
      CatalogueCountsCommand.class,
      CatalogueShowCommand.class,
      CatalogueAttacksCommand.class,
      CatalogueCoverageCommand.class,
      CatalogueAnnotateCommand.class
    })
public final class CatalogueCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw UsageException.without(
        spec.commandLine(), "counts, show ID, attacks, coverage or annotate FILE");
  }
}
