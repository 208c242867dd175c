package dev.plumbline.cli.dev;

import dev.plumbline.app.version.Version;
import dev.plumbline.cli.option.DayConverter;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.shell.ShellFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline dev shell-files}. */
@Command(
    name = "shell-files",
    mixinStandardHelpOptions = true,
    description = "Writes the completion scripts and the pages of the manual, for a release.",
    footer = {"", "Example:", "  plumbline dev shell-files --out /tmp/plumbline --day 2026-11-24"})
public final class ShellFilesCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the folders completions and man are written.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      required = true,
      converter = DayConverter.class,
      description = "The day that stands on the pages.")
  @SuppressWarnings("NullAway.Init")
  private LocalDate day;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    ShellFiles.write(out, spec.root(), Version.TOOL, day)
        .forEach(file -> console.println(out.resolve(file)));
    return ExitCode.OK.code();
  }
}
