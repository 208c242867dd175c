package dev.plumbline.cli.catalogue;

import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.CountsView;
import dev.plumbline.view.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue counts}. */
@Command(
    name = "counts",
    mixinStandardHelpOptions = true,
    description = "Counts provisions, groups, cases, units and tables of an edition.")
public final class CatalogueCountsCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    CountsView counts = new CountsView(edition.choice().catalogue());
    var out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(counts.json()));
    } else {
      counts.print(out);
    }
  }
}
