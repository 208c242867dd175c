package dev.plumbline.cli;

import dev.plumbline.core.disk.Scratch;
import picocli.CommandLine;

/** The command {@code plumbline}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and gives its exit code. */
  public static int run(String... args) {
    Scratch.ofProcess().sweep();
    CommandLine line = new CommandLine(new PlumblineCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(new UsageErrors());
    line.setUsageHelpAutoWidth(true);
    return line.execute(args);
  }
}
