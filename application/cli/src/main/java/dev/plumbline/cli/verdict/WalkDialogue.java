package dev.plumbline.cli.verdict;

import dev.plumbline.core.Finding;
import dev.plumbline.view.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a person what to do with a work card. */
record WalkDialogue(PrintWriter out, BufferedReader in) {
  private static final List<String> HELP =
      List.of(
          "  p f i n   pass, fail, inconclusive (cannot tell), not applicable",
          "  y         accept the suggestion of the card, with its reason",
          "  h         the stale decision still holds",
          "  s  b      leave open and go on; go back one card",
          "  u         take the last decision of this walk back",
          "  12  j X   go to card 12; to the first item that begins with X",
          "  / TEXT    the next card with this text; / alone repeats it",
          "  g         row by row, or station by station",
          "  q         stop; what was recorded is kept");

  /** What the person wants. */
  sealed interface Answer {
    /** Record a verdict. */
    record Decide(Finding finding, List<Path> evidence) implements Answer {
      public Decide {
        evidence = List.copyOf(evidence);
      }
    }

    /** A key that stands alone. */
    record Press(char key) implements Answer {}

    /** Go to a card by its number or the beginning of its item. */
    record Jump(String name) implements Answer {}

    /** Go to the next card with a text; empty for the last text again. */
    record Find(String text) implements Answer {}
  }

  /** A line that is not empty; empty at the end of the input or for 'q'. */
  Optional<String> line(String prompt) throws IOException {
    while (true) {
      out.print(prompt);
      out.flush();
      String line = in.readLine();
      if (line == null || line.strip().equalsIgnoreCase("q")) {
        out.println();
        return Optional.empty();
      }
      if (!line.isBlank()) {
        return Optional.of(line.strip());
      }
    }
  }

  /** What to do with a card; empty to stop. */
  Optional<Answer> answer() throws IOException {
    while (true) {
      Optional<String> line =
          line("p pass, f fail, i inconclusive, n not applicable, s leave open, ? help, q stop: ");
      if (line.isEmpty()) {
        return Optional.empty();
      }
      String said = line.get();
      if (said.startsWith("/")) {
        return Optional.of(new Answer.Find(said.substring(1).strip()));
      }
      if (said.matches("\\d+") || said.matches("j\\s+\\S.*")) {
        return Optional.of(new Answer.Jump(said.replaceFirst("^j\\s+", "")));
      }
      if (said.matches("[ysbuhg]")) {
        return Optional.of(new Answer.Press(said.charAt(0)));
      }
      if (said.matches("[pfin]")) {
        return verdict(said);
      }
      if (said.equals("?")) {
        HELP.forEach(out::println);
      } else {
        out.println("Type one of: p pass, f fail, i cannot tell, n not applicable. ? shows all.");
      }
    }
  }

  private Optional<Answer> verdict(String letter) throws IOException {
    Optional<String> because = line("Because: ");
    return because.isEmpty()
        ? Optional.empty()
        : files().map(f -> new Answer.Decide(finding(letter, because.get()), f));
  }

  private static Finding finding(String letter, String because) {
    return switch (letter) {
      case "p" -> new Finding.Holds(because);
      case "f" -> new Finding.Violated(because, "See the reason.");
      case "i" -> new Finding.Undetermined(because);
      default -> new Finding.NotApplicable(because);
    };
  }

  /** Files that are there; asks again while one is not. */
  Optional<List<Path>> files() throws IOException {
    while (true) {
      Optional<String> told = line("Evidence files, separated by commas (- for none): ");
      if (told.isEmpty()) {
        return Optional.empty();
      }
      if (told.get().equals("-")) {
        return Optional.of(List.of());
      }
      List<Path> files = Stream.of(told.get().split(",")).map(String::strip).map(Path::of).toList();
      List<Path> missing = files.stream().filter(f -> !Files.isRegularFile(f)).toList();
      if (missing.isEmpty()) {
        return Optional.of(files);
      }
      out.println("There is no file " + Text.safe(missing.getFirst().toString()) + ".");
    }
  }
}
