package dev.plumbline.cli.option;

import dev.plumbline.app.message.Message;

/** Ends a command with a message for its user and an exit code. */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final transient Message message;

  public CliException(ExitCode code, Message message) {
    super(message.sentence());
    this.code = code;
    this.message = message;
  }

  public ExitCode code() {
    return code;
  }

  /** What it says, with its id. */
  public Message message() {
    return message;
  }
}
