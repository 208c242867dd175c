package dev.plumbline.cli.declaration;

import dev.plumbline.declaration.interview.Interview;
import dev.plumbline.declaration.interview.Question;
import dev.plumbline.view.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a person the questions of an interview, one after another. */
final class InterviewDialogue {
  private static final String OTHERS = "b back, c change, d do not know yet, h help, q stop: ";

  private final Interview interview;
  private final Notes notes;
  private final BufferedReader in;
  private final PrintWriter out;
  private final Deque<String> before = new ArrayDeque<>();
  private final Set<String> later = new HashSet<>();

  /** Where answers are kept as soon as they are given. */
  interface Notes {
    void keep(Map<String, List<String>> answers) throws IOException;
  }

  InterviewDialogue(Interview interview, Notes notes, BufferedReader in, PrintWriter out) {
    this.interview = interview;
    this.notes = notes;
    this.in = in;
    this.out = out;
  }

  /**
   * Asks what is open.
   *
   * @param answers those given so far, to which the others are added
   * @return whether each question that is asked has its answer
   */
  boolean ask(Map<String, List<String>> answers) throws IOException {
    interview.possible(answers).stream()
        .map(Question::id)
        .filter(answers::containsKey)
        .forEach(before::push);
    Optional<Question> next = interview.next(answers, later);
    while (next.isPresent()) {
      if (!ask(next.get(), answers)) {
        out.println();
        out.println("Stopped; start again to go on.");
        return false;
      }
      next = interview.next(answers, later);
    }
    if (!later.isEmpty()) {
      out.println();
      out.println(Text.count(later.size(), "question") + " left open; start again to go on.");
    }
    return later.isEmpty();
  }

  /**
   * Asks questions again. Who types nothing keeps the answer.
   *
   * @param ids questions
   * @param answers those given so far, which change
   * @return whether the person went through all
   */
  boolean change(List<String> ids, Map<String, List<String>> answers) throws IOException {
    for (Question question : interview.questions()) {
      if (!ids.contains(question.id())) {
        continue;
      }
      if (!interview.possible(answers).contains(question)) {
        out.println(
            "Question " + question.id() + " is not asked, because of the answers to others.");
      } else if (!again(question, answers)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the person goes on. */
  private boolean again(Question question, Map<String, List<String>> answers) throws IOException {
    while (true) {
      out.println();
      out.print("Again:");
      InterviewCommand.show(out, question);
      List<String> now = answers.getOrDefault(question.id(), List.of());
      out.print(
          (question.many() ? "Numbers, separated by commas; " : "Number; ")
              + (now.isEmpty() ? "" : "Enter keeps " + Text.safe(String.join(", ", now)) + "; ")
              + "q stop: ");
      out.flush();
      @Nullable String line = in.readLine();
      String typed = line == null ? "q" : line.strip();
      if (typed.equalsIgnoreCase("q")) {
        return false;
      }
      if (typed.isEmpty()) {
        return true;
      }
      List<String> answer = choices(question, typed);
      Optional<String> fault = question.fault(answer);
      if (fault.isEmpty()) {
        answers.put(question.id(), answer);
        notes.keep(answers);
        return true;
      }
      out.println(Text.safe(fault.get()));
    }
  }

  /** Lets the person choose among the questions that are answered. */
  private boolean choose(Map<String, List<String>> answers) throws IOException {
    List<Question> answered =
        interview.possible(answers).stream().filter(q -> answers.containsKey(q.id())).toList();
    if (answered.isEmpty()) {
      out.println("No question is answered yet.");
      return true;
    }
    int number = 1;
    for (Question q : answered) {
      List<String> answer = answers.getOrDefault(q.id(), List.of());
      out.println(
          Text.wrap(number++ + "  " + q.text() + " " + Text.safe(String.join(", ", answer)), "  "));
    }
    out.print("Number of the answer to change, or Enter for none: ");
    out.flush();
    @Nullable String line = in.readLine();
    String typed = line == null ? "" : line.strip();
    int chosen = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    return chosen < 1 || chosen > answered.size() || again(answered.get(chosen - 1), answers);
  }

  /** Whether the person goes on. */
  private boolean ask(Question question, Map<String, List<String>> answers) throws IOException {
    List<String> possible = interview.possible(answers).stream().map(Question::id).toList();
    out.println();
    out.print("Question " + (possible.indexOf(question.id()) + 1) + " of " + possible.size());
    InterviewCommand.show(out, question);
    out.print((question.many() ? "Numbers, separated by commas; " : "Number; ") + OTHERS);
    out.flush();
    @Nullable String line = in.readLine();
    switch (line == null ? "q" : line.strip().toLowerCase(Locale.ROOT)) {
      case "q" -> {
        return false;
      }
      case "b" -> back(answers);
      case "c" -> {
        return choose(answers);
      }
      case "d" -> {
        later.add(question.id());
        before.push(question.id());
      }
      case "h", "?" ->
          out.println(
              Text.wrap(
                  "Type the number of the choice that is true of your product"
                      + (question.many() ? ", several as 1,2" : "")
                      + ". b returns to the question before, c changes an earlier answer, d leaves this"
                      + " one open for now, q stops; what you answered is saved.",
                  ""));
      case String typed -> take(question, choices(question, typed), answers);
    }
    return true;
  }

  private void take(Question question, List<String> answer, Map<String, List<String>> answers)
      throws IOException {
    Optional<String> fault = question.fault(answer);
    if (fault.isPresent()) {
      out.println(Text.safe(fault.get()));
      return;
    }
    answers.put(question.id(), answer);
    before.push(question.id());
    notes.keep(answers);
  }

  private void back(Map<String, List<String>> answers) throws IOException {
    if (before.isEmpty()) {
      out.println("This is the first question.");
      return;
    }
    String last = before.pop();
    later.remove(last);
    answers.remove(last);
    notes.keep(answers);
  }

  /** Numbers or keys as keys; what is neither stays, so that the question says so. */
  private static List<String> choices(Question question, String line) {
    return Arrays.stream(line.split("[,\\s]+"))
        .filter(w -> !w.isEmpty())
        .map(
            w -> {
              boolean number = w.matches("\\d{1,2}");
              int n = number ? Integer.parseInt(w) : 0;
              return n >= 1 && n <= question.choices().size()
                  ? question.choices().get(n - 1).key()
                  : key(question, w);
            })
        .toList();
  }

  private static String key(Question question, String word) {
    return question.choices().stream()
        .map(Question.Choice::key)
        .filter(word::equalsIgnoreCase)
        .findFirst()
        .orElse(word);
  }
}
