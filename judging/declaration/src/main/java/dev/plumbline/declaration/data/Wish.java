package dev.plumbline.declaration.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Alternatives of choices: it holds when all parts of one alternative do. While a question that
 * matters is open, so is the wish.
 *
 * @param alternatives any of them is enough; none at all means always
 */
public record Wish(List<List<Part>> alternatives) {
  public Wish {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /**
   * Whether a choice was taken.
   *
   * @param taken false turns it around
   */
  public record Part(String question, String choice, boolean taken) {
    private static Part of(String text) {
      boolean taken = !text.startsWith("!");
      String name = taken ? text : text.substring(1);
      int dot = name.indexOf('.');
      if (dot < 0) {
        throw new IllegalStateException("not QUESTION.CHOICE: " + text);
      }
      return new Part(name.substring(0, dot), name.substring(dot + 1), taken);
    }

    public Optional<Boolean> holds(Function<Part, Optional<Boolean>> taken) {
      return taken.apply(this).map(t -> t == this.taken);
    }
  }

  /** Reads alternatives such as {@code a.yes & !b.no}. */
  public static Wish of(List<String> texts) {
    return new Wish(
        texts.stream()
            .map(t -> Arrays.stream(t.split("&")).map(String::trim).map(Part::of).toList())
            .toList());
  }

  public List<Part> parts() {
    return alternatives.stream().flatMap(List::stream).toList();
  }

  public boolean asks(String question) {
    return parts().stream().anyMatch(p -> p.question().equals(question));
  }

  /**
   * Its value.
   *
   * @param taken whether the choice of a part was taken; empty while open
   */
  public Optional<Boolean> holds(Function<Part, Optional<Boolean>> taken) {
    if (alternatives.isEmpty()) {
      return Optional.of(true);
    }
    boolean open = false;
    for (List<Part> alternative : alternatives) {
      List<Optional<Boolean>> values = alternative.stream().map(p -> p.holds(taken)).toList();
      if (values.stream().allMatch(v -> v.equals(Optional.of(true)))) {
        return Optional.of(true);
      }
      open |= values.stream().noneMatch(v -> v.equals(Optional.of(false)));
    }
    return open ? Optional.empty() : Optional.of(false);
  }
}
