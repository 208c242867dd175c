package dev.plumbline.cli.catalogue;

import dev.plumbline.app.EditorSchemas;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline profile schemas DIR}. */
@Command(
    name = "schemas",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the JSON Schemas for editors into the dossier's folder schemas, so that they know the",
      "rows of the profiles that product.yaml names."
    },
    footer = {"", "Example:", "  plumbline profile schemas my-camera"})
public final class ProfileSchemasCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> changed =
        EditorSchemas.write(dossier.directory(), dossier.usable(spec.commandLine().getErr()));
    changed.forEach(f -> out.println("wrote " + f));
    if (changed.isEmpty()) {
      out.println("Nothing to write: the schemas know all rows.");
    }
    return ExitCode.OK.code();
  }
}
