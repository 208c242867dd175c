package dev.plumbline.cli.declaration;

import dev.plumbline.app.NewDossier;
import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline new DIR}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description =
        "Writes a new dossier: every question of the standard beside the place of its answer.",
    footer = {"", "Example:", "  plumbline new my-camera && plumbline interview my-camera"})
public final class NewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A new or empty directory.")
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    int files = NewDossier.create(directory, edition.choice().catalogue()).size();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote " + files + " files to " + directory + ".");
    out.println("Next:");
    out.println("  plumbline interview " + directory + "   settles what applies to your product");
    out.println("  plumbline check " + directory + "       shows what is still missing");
    out.println("  plumbline gaps " + directory + "        what to do, by the attacks it stops");
    out.println("  plumbline merge " + directory + " --install   where several people use git");
    return ExitCode.OK.code();
  }
}
