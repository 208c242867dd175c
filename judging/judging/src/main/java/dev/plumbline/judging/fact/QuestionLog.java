package dev.plumbline.judging.fact;

import dev.plumbline.core.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The questions that a check asked, with what answered each, and the places of its searches.
 *
 * @param entries in the order asked
 * @param lookedAt places that a search looked at, as phrases with their numbers
 * @param notLookedAt places that it knows of and left out
 */
public record QuestionLog(List<Entry> entries, List<String> lookedAt, List<String> notLookedAt) {
  /** Of a check that asked nothing. */
  public static final QuestionLog NONE = new QuestionLog(List.of(), List.of(), List.of());

  public QuestionLog {
    entries = List.copyOf(entries);
    lookedAt = List.copyOf(lookedAt);
    notLookedAt = List.copyOf(notLookedAt);
  }

  /** What became of a question. */
  public enum Reply {
    /** Answered in favour of the proposition. */
    YES,
    /** Refuted. */
    NO,
    /** Without an answer. */
    OPEN
  }

  /**
   * One question about one subject.
   *
   * @param question as a sentence with a question mark
   * @param subject a row, an endpoint, a path, an account
   * @param answer the answer as a clause; for an open one, why there is none
   * @param fact what answers it; empty where it is open
   * @param remedies what would answer it; empty where it is answered
   */
  public record Entry(
      String question,
      String subject,
      Reply reply,
      String answer,
      Optional<NamedFact> fact,
      List<Remedy> remedies) {
    public Entry {
      remedies = List.copyOf(remedies);
    }
  }

  /** Why the log supports no PASS, as a sentence; empty when it does. */
  public Optional<String> refusal() {
    if (entries.stream().noneMatch(e -> e.reply() == Reply.YES)) {
      return Optional.of("The check answered none of its questions.");
    }
    return entries.stream()
        .filter(e -> e.reply() != Reply.YES)
        .findFirst()
        .map(e -> "Not answered: " + e.question() + " (" + e.subject() + ")");
  }

  /** Both together. */
  public QuestionLog and(QuestionLog other) {
    return new QuestionLog(
        joined(entries, other.entries),
        joined(lookedAt, other.lookedAt),
        joined(notLookedAt, other.notLookedAt));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    second.stream().filter(t -> !first.contains(t)).forEach(both::add);
    return both;
  }
}
