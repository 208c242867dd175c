package dev.plumbline.cli;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The only place that prints failures. Wrong input never shows a stack trace. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    return switch (failure) {
      case CliException c -> say(line, c.getMessage(), c.code());
      case TooMuchWorkException t ->
          say(
              line,
              "A text of the dossier takes too long to read. Shorten its longest texts.",
              ExitCode.DOSSIER);
      case UncheckedIOException u -> say(line, fileTrouble(u.getCause()), ExitCode.USAGE);
      case IOException f -> say(line, fileTrouble(f), ExitCode.USAGE);
      default ->
          UnusableInputException.sentence(failure)
              .map(s -> say(line, safe(s), ExitCode.USAGE))
              .orElseGet(() -> defect(failure, line));
    };
  }

  private static String safe(String lines) {
    return lines.lines().map(Text::safe).collect(Collectors.joining(System.lineSeparator()));
  }

  private static int say(CommandLine line, @Nullable String message, ExitCode code) {
    line.getErr().println(message);
    return code.code();
  }

  private static String fileTrouble(@Nullable IOException failure) {
    return switch (failure) {
      case NoSuchFileException f -> "There is no " + f.getFile() + ". Look at the path.";
      case AccessDeniedException f -> "No permission for " + f.getFile() + ".";
      case null -> "Reading or writing failed.";
      default -> "Reading or writing failed: " + failure.getMessage();
    };
  }

  private static int defect(Exception failure, CommandLine line) {
    PrintWriter err = line.getErr();
    err.println("This is a defect of Plumbline, not of your product or dossier.");
    err.println("Nothing was judged from it. Please report the following lines, see SECURITY.md");
    err.println("first if they show anything about your product:");
    err.println();
    err.println("  command  " + line.getCommandSpec().qualifiedName());
    err.println("  java     " + Runtime.version());
    err.println("  failure  " + failure);
    Arrays.stream(failure.getStackTrace())
        .filter(f -> f.getClassName().startsWith("dev.plumbline"))
        .limit(8)
        .forEach(f -> err.println("           at " + f));
    return ExitCode.DEFECT.code();
  }
}
