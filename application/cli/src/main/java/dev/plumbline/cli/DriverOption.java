package dev.plumbline.cli;

import dev.plumbline.app.Driving;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.driver.Person;
import dev.plumbline.view.Text;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Leave to run programs of a dossier, and the person at the terminal. */
final class DriverOption {
  @Option(
      names = "--run-driver-programs",
      description =
          "Run the programs that driver.yaml names. Read them first: they run with your rights.")
  private boolean programs;

  Driving driving(Workspace workspace) {
    return new Driving(workspace, programs, person());
  }

  private static Optional<Person> person() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> request -> ask(console, request));
  }

  private static Person.Answer ask(Console console, String request) {
    PrintWriter out = console.writer();
    out.println();
    out.println(Text.wrap("TO DO: " + Text.safe(request), "    "));
    String line =
        console.readLine("    Enter when done, 'no' if the device did not do it, 'fail' if not: ");
    String answer = line == null ? "fail" : line.strip().toLowerCase(Locale.ROOT);
    return switch (answer) {
      case "", "y", "yes", "done" -> Person.Answer.DONE;
      case "n", "no" -> Person.Answer.REFUSED;
      default -> Person.Answer.FAILED;
    };
  }
}
