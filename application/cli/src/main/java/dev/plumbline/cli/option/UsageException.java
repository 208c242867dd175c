package dev.plumbline.cli.option;

import dev.plumbline.app.message.Message;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command line that picocli accepts and the command does not. */
public final class UsageException extends ParameterException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  public UsageException(CommandLine line, Message message) {
    super(line, message.sentence());
    this.message = message;
  }

  /** A command that has to be followed by one of its subcommands. */
  public static UsageException without(CommandLine line, String choices) {
    String name = line.getCommandSpec().qualifiedName();
    return new UsageException(line, Message.of("PLB-C902", "choices", choices, "command", name));
  }

  /** What it says, with its id. */
  public Message message() {
    return message;
  }
}
