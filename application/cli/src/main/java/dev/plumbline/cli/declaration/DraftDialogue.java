package dev.plumbline.cli.declaration;

import dev.plumbline.app.draft.Proposal;
import dev.plumbline.view.Text;
import dev.plumbline.view.gathering.DraftText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goes through proposals one by one with a person. */
final class DraftDialogue {
  private static final String CHOICES =
      "a accept, c change, n leave, b back, q stop and save what you accepted: ";

  private final BufferedReader in;
  private final PrintWriter out;

  DraftDialogue(BufferedReader in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  /** Those that were accepted, with the values that the person gave them. */
  List<Proposal> accepted(List<Proposal> proposals) throws IOException {
    Map<Integer, Proposal> accepted = new TreeMap<>();
    int at = 0;
    while (at < proposals.size()) {
      Proposal proposal = proposals.get(at);
      out.println();
      out.println(at + 1 + " of " + proposals.size() + "  " + Text.safe(proposal.cell()));
      DraftText.lines(at + 1, proposal).forEach(out::println);
      String answer = line(CHOICES).toLowerCase(Locale.ROOT);
      switch (answer) {
        case "a" -> accepted.put(at++, proposal);
        case "c" -> at += change(at, proposal, accepted) ? 1 : 0;
        case "n" -> accepted.remove(at++);
        case "b" -> at = Math.max(0, at - 1);
        case "q" -> {
          return List.copyOf(accepted.values());
        }
        default -> out.println("Please type a, c, n, b or q.");
      }
    }
    return List.copyOf(accepted.values());
  }

  private boolean change(int at, Proposal proposal, Map<Integer, Proposal> accepted)
      throws IOException {
    boolean list = proposal.value() instanceof List<?>;
    String text = line(list ? "Values, separated by commas: " : "Value: ");
    if (text.isEmpty()) {
      out.println("Nothing was typed; the proposal stays as it is.");
      return false;
    }
    accepted.put(at, proposal.changed(typed(proposal.value(), text)));
    return true;
  }

  private static Object typed(Object before, String text) {
    return switch (before) {
      case List<?> l -> Arrays.stream(text.split(",")).map(String::strip).toList();
      case Boolean b -> Boolean.valueOf(text.matches("(?i)true|yes|y"));
      case Number n when text.matches("\\d{1,18}") -> Long.valueOf(text);
      default -> text;
    };
  }

  private String line(String prompt) throws IOException {
    out.print(prompt);
    out.flush();
    @Nullable String line = in.readLine();
    return line == null ? "q" : line.strip();
  }
}
