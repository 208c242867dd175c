package dev.plumbline.cli.catalogue;

import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.scheme.SchemesView;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline schemes list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the schemes with their levels.",
    footer = {"", "Example:", "  plumbline schemes list --format json"})
public final class SchemesListCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    SchemesView schemes = SchemesView.load();
    if (format.json()) {
      out.println(Json.of(schemes.json()));
    } else {
      schemes.print(out);
    }
  }
}
