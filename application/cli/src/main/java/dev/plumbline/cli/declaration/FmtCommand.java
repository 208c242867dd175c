package dev.plumbline.cli.declaration;

import dev.plumbline.app.Formatting;
import dev.plumbline.app.Formatting.Formatted;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline fmt DIR}. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = "Formats the files of a dossier; comments, order and quoting stay.")
public final class FmtCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(names = "--check", description = "Change nothing; exit 12 if something would change.")
  private boolean check;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    Formatted formatted = Formatting.format(workspace, !check);
    formatted.changed().forEach(f -> out.println((check ? "would change " : "changed ") + f));
    DossierArgument.print(formatted.problems(), out);
    boolean dirty = !formatted.problems().isEmpty() || (check && !formatted.changed().isEmpty());
    return (dirty ? ExitCode.DOSSIER : ExitCode.OK).code();
  }
}
