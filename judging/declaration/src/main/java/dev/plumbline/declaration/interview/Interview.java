package dev.plumbline.declaration.interview;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.declaration.data.Wish;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The questions that settle conditions and features of an edition. It keeps no state: answers go
 * in, the next question or the outcome comes out, so an interview can stop and go on at any time.
 *
 * <p>Answers are taken choices by question id. An answer that is no answer counts as not given; one
 * to a question that is not asked, because of others, counts for nothing.
 */
public final class Interview {
  private static final String INTRODUCTION = "Interview: ";

  private final Catalogue catalogue;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, Wish> statements = new LinkedHashMap<>();

  private Interview(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The interview of an edition. */
  public static Interview of(Catalogue catalogue) {
    Interview interview = new Interview(catalogue);
    String edition = catalogue.edition().id().version();
    Mapping file = ShippedData.read("interview.yaml");
    file.mappings("questions").stream()
        .filter(q -> q.texts("editions").isEmpty() || q.texts("editions").contains(edition))
        .map(Interview::question)
        .forEach(q -> interview.questions.put(q.id(), q));
    Mapping labels = file.mapping("statements").flatMap(s -> s.mapping(edition)).orElseThrow();
    labels.fields().keySet().forEach(l -> interview.statements.put(l, Wish.of(labels.texts(l))));
    return interview;
  }

  private static Question question(Mapping q) {
    return new Question(
        ShippedData.need(q, "id"),
        ShippedData.need(q, "text"),
        ShippedData.need(q, "help"),
        ShippedData.flag(q, "many"),
        q.text("alone"),
        q.mappings("choices").stream()
            .map(c -> new Question.Choice(ShippedData.need(c, "key"), ShippedData.need(c, "text")))
            .toList(),
        Wish.of(q.texts("askIf")));
  }

  /** Every question of the edition, in the order in which they are asked. */
  public List<Question> questions() {
    return List.copyOf(questions.values());
  }

  /** The first question that is asked and has no answer yet; empty when nothing is left to ask. */
  public Optional<Question> next(Map<String, List<String>> answers) {
    return next(answers, Set.of());
  }

  /**
   * The same without questions that are set aside.
   *
   * @param later ids of questions to which nobody knows the answer yet
   */
  public Optional<Question> next(Map<String, List<String>> answers, Set<String> later) {
    return questions.values().stream()
        .filter(q -> asked(q, answers).equals(Optional.of(true)))
        .filter(q -> answer(q, answers).isEmpty() && !later.contains(q.id()))
        .findFirst();
  }

  /** The questions that are asked, or may be, after these answers. */
  public List<Question> possible(Map<String, List<String>> answers) {
    return questions.values().stream()
        .filter(q -> !asked(q, answers).equals(Optional.of(false)))
        .toList();
  }

  /** What is wrong with names of questions, one sentence each. */
  public List<String> unknown(Collection<String> ids) {
    return ids.stream().filter(id -> !questions.containsKey(id)).map(this::unknown).toList();
  }

  private String unknown(String id) {
    return "There is no question '"
        + Texts.printable(id)
        + "'. "
        + Texts.instead(id, questions.keySet());
  }

  /** What is wrong with answers from a file, one sentence each. */
  public List<String> faults(Map<String, List<String>> answers) {
    List<String> faults = new ArrayList<>();
    answers.forEach(
        (id, answer) -> {
          Question question = questions.get(id);
          if (question == null) {
            faults.add(unknown(id));
          } else {
            question.fault(answer).ifPresent(f -> faults.add(id + ": " + f));
          }
        });
    return List.copyOf(faults);
  }

  /** What the answers so far settle. */
  public InterviewOutcome outcome(Map<String, List<String>> answers) {
    List<InterviewOutcome.Settled> settled = new ArrayList<>();
    List<String> open = new ArrayList<>();
    statements.forEach(
        (label, wish) ->
            wish.holds(p -> taken(p, answers))
                .ifPresentOrElse(
                    h ->
                        settled.add(new InterviewOutcome.Settled(label, h, because(wish, answers))),
                    () -> open.add(label)));
    return InterviewOutcome.of(catalogue, settled, open);
  }

  /**
   * Whether a reason, of a statement or of an N/A, is one that this interview writes, word for
   * word. What people changed is theirs.
   */
  public boolean isOwn(String reason) {
    String words = reason.strip();
    for (String label : statements.keySet()) {
      String denied = InterviewOutcome.denied(label);
      if (words.startsWith(denied)) {
        words = words.substring(denied.length());
      }
    }
    if (!words.startsWith(INTRODUCTION) || !words.endsWith(".")) {
      return false;
    }
    List<String> choices =
        questions.values().stream()
            .flatMap(q -> q.choices().stream())
            .map(Question.Choice::text)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    String left = words.substring(INTRODUCTION.length(), words.length() - 1);
    while (true) {
      Optional<String> said = choices.stream().filter(left::startsWith).findFirst();
      if (said.isEmpty()) {
        return false;
      }
      left = left.substring(said.get().length());
      if (left.isEmpty()) {
        return true;
      }
      if (!left.startsWith("; ") && !left.startsWith(", ")) {
        return false;
      }
      left = left.substring(2);
    }
  }

  /** Whether a statement, or a question that matters, hangs on a question. */
  boolean matters(String id) {
    return statements.values().stream().anyMatch(w -> w.asks(id))
        || questions.values().stream().anyMatch(q -> q.askIf().asks(id) && matters(q.id()));
  }

  private Optional<Boolean> asked(Question question, Map<String, List<String>> answers) {
    return question.askIf().holds(p -> taken(p, answers));
  }

  private Optional<Boolean> taken(Wish.Part part, Map<String, List<String>> answers) {
    Question question = Optional.ofNullable(questions.get(part.question())).orElseThrow();
    Optional<Boolean> asked = asked(question, answers);
    if (!asked.equals(Optional.of(true))) {
      return asked;
    }
    return answer(question, answers).map(a -> a.contains(part.choice()));
  }

  private static Optional<List<String>> answer(
      Question question, Map<String, List<String>> answers) {
    return Optional.ofNullable(answers.get(question.id())).filter(a -> question.fault(a).isEmpty());
  }

  /** The answers that decided, in the words of the choices. */
  private String because(Wish wish, Map<String, List<String>> answers) {
    Map<String, String> said = new LinkedHashMap<>();
    wish.parts().forEach(p -> said(p, answers, said));
    return INTRODUCTION + String.join("; ", said.values()) + ".";
  }

  private void said(Wish.Part part, Map<String, List<String>> answers, Map<String, String> said) {
    Question question = Optional.ofNullable(questions.get(part.question())).orElseThrow();
    Optional<List<String>> answer = answer(question, answers);
    if (asked(question, answers).equals(Optional.of(true))) {
      answer.ifPresent(a -> said.put(question.id(), question.spoken(a)));
    } else {
      question.askIf().parts().forEach(p -> said(p, answers, said));
    }
  }
}
