package dev.plumbline.cli;

import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.UsageException;
import java.io.PrintWriter;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line and what was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    PrintWriter err = failure.getCommandLine().getErr();
    Message message = message(failure);
    err.println(message.id() + ": " + message.text());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println(message.remedy());
    return ExitCode.USAGE.code();
  }

  private static Message message(ParameterException failure) {
    return failure instanceof UsageException u
        ? u.message()
        : Message.of(
            "PLB-C901",
            "reason",
            String.valueOf(failure.getMessage()),
            "command",
            failure.getCommandLine().getCommandSpec().qualifiedName());
  }
}
