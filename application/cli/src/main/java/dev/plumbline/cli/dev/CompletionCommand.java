package dev.plumbline.cli.dev;

import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.shell.CompletionShell;
import dev.plumbline.cli.shell.ShellFiles;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline completion SHELL}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints the script that completes commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(plumbline completion bash)",
      "  plumbline completion zsh >\"${fpath[1]}/_plumbline\"",
      "  plumbline completion fish >~/.config/fish/completions/plumbline.fish"
    })
public final class CompletionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SHELL", description = "The shell: bash, zsh or fish.")
  @SuppressWarnings("NullAway.Init")
  private CompletionShell shell;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ShellFiles.completion(shell, spec.root()));
    out.flush();
    return ExitCode.OK.code();
  }
}
