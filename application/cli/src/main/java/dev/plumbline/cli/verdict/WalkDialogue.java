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

/** Asks a person for the decision on a work card. */
record WalkDialogue(PrintWriter out, BufferedReader in) {
  /**
   * What the person decided.
   *
   * @param finding empty when the item is left open for now
   */
  record Answer(Optional<Finding> finding, List<Path> evidence) {
    Answer {
      evidence = List.copyOf(evidence);
    }
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

  Optional<Answer> answer() throws IOException {
    while (true) {
      Optional<String> verdict =
          line("p pass, f fail, i inconclusive, n not applicable, s leave open, q stop: ");
      if (verdict.isEmpty()) {
        return Optional.empty();
      }
      if (verdict.get().equals("s")) {
        return Optional.of(new Answer(Optional.empty(), List.of()));
      }
      if (!verdict.get().matches("[pfin]")) {
        out.println("Type one of: p pass, f fail, i cannot tell, n not applicable.");
        continue;
      }
      Optional<String> because = line("Because: ");
      if (because.isEmpty()) {
        return Optional.empty();
      }
      return files().map(f -> new Answer(Optional.of(finding(verdict.get(), because.get())), f));
    }
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
  private Optional<List<Path>> files() throws IOException {
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
