package dev.plumbline.cli;

import dev.plumbline.core.disk.Scratch;
import picocli.CommandLine;

/** The command {@code plumbline}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(new PlumblineCommand(true), args));
  }

  /** Runs a command within a program that does other things too, and gives its exit code. */
  public static int run(String... args) {
    return run(new PlumblineCommand(), args);
  }

  private static int run(PlumblineCommand root, String... args) {
    Scratch.ofProcess().sweep();
    CommandLine line = new CommandLine(root);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(new UsageErrors());
    line.setUsageHelpAutoWidth(true);
    return line.execute(args);
  }
}
