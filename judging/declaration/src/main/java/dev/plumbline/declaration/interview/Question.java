package dev.plumbline.declaration.interview;

import dev.plumbline.declaration.data.Texts;
import dev.plumbline.declaration.data.Wish;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A question of the interview.
 *
 * @param id permanent; answers in files go by it
 * @param text the question in plain words
 * @param help what counts, with examples
 * @param many whether several choices can be taken
 * @param alone the choice that excludes the others, if there is one
 * @param askIf when it is asked; empty when always
 */
public record Question(
    String id,
    String text,
    String help,
    boolean many,
    Optional<String> alone,
    List<Choice> choices,
    Wish askIf) {
  public Question {
    choices = List.copyOf(choices);
  }

  /**
   * A choice.
   *
   * @param key how answers name it
   * @param text the choice as a statement about the product
   */
  public record Choice(String key, String text) {}

  /** Why this is no answer to the question; empty when it is one. */
  public Optional<String> fault(List<String> answer) {
    List<String> keys = choices.stream().map(Choice::key).toList();
    if (answer.isEmpty()) {
      return Optional.of("No choice is taken; take one of: " + String.join(", ", keys) + ".");
    }
    Optional<String> unknown = answer.stream().filter(a -> !keys.contains(a)).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(
          "'"
              + Texts.printable(unknown.get())
              + "' is no choice. "
              + Texts.instead(unknown.get(), keys));
    }
    if (new HashSet<>(answer).size() > 1 && !many) {
      return Optional.of("Only one choice can be taken here.");
    }
    boolean excluded = alone.isPresent() && answer.contains(alone.get());
    return excluded && new HashSet<>(answer).size() > 1
        ? Optional.of("'" + alone.get() + "' excludes the other choices.")
        : Optional.empty();
  }

  /** The taken choices as statements about the product. */
  String spoken(List<String> answer) {
    return String.join(
        ", ", choices.stream().filter(c -> answer.contains(c.key())).map(Choice::text).toList());
  }
}
