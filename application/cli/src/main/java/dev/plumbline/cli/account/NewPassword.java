package dev.plumbline.cli.account;

import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A password that somebody types twice without an echo, or that a script sends. */
final class NewPassword {
  private static final int LONGEST = 1000;

  @Option(
      names = "--stdin",
      description = "Read the password from the first line of the standard input, for scripts.")
  private boolean standardInput;

  /**
   * The password.
   *
   * @throws CliException if nobody is there to type it, or it was typed in two ways
   */
  String read() throws IOException {
    if (standardInput) {
      return line();
    }
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() -> new CliException(ExitCode.USAGE, Message.of("PLB-C628")));
    String password = typed(console, "Password (15 characters or more, not shown): ");
    if (!password.equals(typed(console, "The same again: "))) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C629"));
    }
    return password;
  }

  private static String typed(Console console, String question) {
    return Optional.ofNullable(console.readPassword("%s", question))
        .map(String::new)
        .orElseThrow(() -> new CliException(ExitCode.USAGE, Message.of("PLB-C630")));
  }

  private static String line() throws IOException {
    char[] text = new char[LONGEST];
    int length = 0;
    // Not closed: the standard input is not ours.
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    for (int c = in.read(); c >= 0 && c != '\n' && length < LONGEST; c = in.read()) {
      text[length++] = (char) c;
    }
    return new String(text, 0, length > 0 && text[length - 1] == '\r' ? length - 1 : length);
  }
}
