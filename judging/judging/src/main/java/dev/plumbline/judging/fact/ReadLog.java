package dev.plumbline.judging.fact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Records which parts of a declaration are read while something is worked out. What is worked out
 * for something else counts as read by both. For one thread.
 */
public final class ReadLog {
  private final Deque<Set<DeclarationRead>> open = new ArrayDeque<>();

  /**
   * A value and what it was worked out from.
   *
   * @param reads of the declaration
   */
  public record Traced<T>(T value, Set<DeclarationRead> reads) {
    public Traced {
      reads = Set.copyOf(reads);
    }
  }

  /** Works something out and tells what it read. */
  public <T> Traced<T> trace(Supplier<T> work) {
    Set<DeclarationRead> reads = new HashSet<>();
    open.push(reads);
    try {
      return new Traced<>(work.get(), reads);
    } finally {
      open.pop();
      // Also after a failure: whoever catches it has seen what led to it.
      addAll(reads);
    }
  }

  void add(DeclarationRead read) {
    if (!open.isEmpty()) {
      open.element().add(read);
    }
  }

  void addAll(Set<DeclarationRead> reads) {
    if (!open.isEmpty()) {
      open.element().addAll(reads);
    }
  }
}
