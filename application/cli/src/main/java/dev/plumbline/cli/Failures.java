package dev.plumbline.cli;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
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
      case CliException c -> say(line, c.message().toString(), c.code());
      case TooMuchWorkException t -> say(line, Message.of("PLB-C908").toString(), ExitCode.DOSSIER);
      case UncheckedIOException u when u.getCause() != null -> io(line, u.getCause());
      case UncheckedIOException u -> say(line, fileTrouble(null), ExitCode.USAGE);
      case IOException f -> io(line, f);
      default ->
          UnusableInputException.message(failure)
              .map(m -> say(line, safe(m.toString()), ExitCode.USAGE))
              .orElseGet(() -> defect(failure, line));
    };
  }

  private static int io(CommandLine line, IOException failure) {
    return UnusableInputException.conflict(failure)
        .map(m -> say(line, safe(m.toString()), ExitCode.CONFLICT))
        .orElseGet(() -> say(line, fileTrouble(failure), ExitCode.USAGE));
  }

  private static String safe(String lines) {
    return lines.lines().map(Text::safe).collect(Collectors.joining(System.lineSeparator()));
  }

  private static int say(CommandLine line, String message, ExitCode code) {
    line.getErr().println(message);
    return code.code();
  }

  private static String fileTrouble(@Nullable IOException failure) {
    Message message =
        switch (failure) {
          case NoSuchFileException f -> Message.of("PLB-C909", "file", f.getFile());
          case AccessDeniedException f -> Message.of("PLB-C910", "file", f.getFile());
          case null -> Message.of("PLB-C911", "reason", "the reason is not known");
          default -> Message.of("PLB-C911", "reason", String.valueOf(failure.getMessage()));
        };
    return safe(message.toString());
  }

  private static int defect(Exception failure, CommandLine line) {
    PrintWriter err = line.getErr();
    Message message = Message.of("PLB-C912");
    err.println(message.id() + ": " + message.text());
    err.println(message.remedy());
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
