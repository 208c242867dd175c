package dev.plumbline.view;

import dev.plumbline.driver.Person;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** The person at the terminal, who is asked to do something with the device. */
public record TerminalPerson(Console console) implements Person {

  /** The person; empty where nobody sits at a terminal. */
  public static Optional<Person> present() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(TerminalPerson::new);
  }

  @Override
  public Answer ask(String request) {
    PrintWriter out = console.writer();
    out.println();
    out.println(Text.wrap("TO DO: " + Text.safe(request), "    "));
    String line =
        console.readLine("    Enter when done, 'no' if the device did not do it, 'fail' if not: ");
    String answer = line == null ? "fail" : line.strip().toLowerCase(Locale.ROOT);
    return switch (answer) {
      case "", "y", "yes", "done" -> Answer.DONE;
      case "n", "no" -> Answer.REFUSED;
      default -> Answer.FAILED;
    };
  }
}
