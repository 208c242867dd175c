package dev.plumbline.client.oddinput;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import java.util.List;

/** Texts in an answer that let see into the program: the trace of a crash, or a key. */
public final class Leaks {
  private final List<BoundedPattern> patterns;

  private Leaks(List<BoundedPattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** Those of leaks.yaml. */
  public static Leaks load() {
    return new Leaks(
        DataFile.mapping(Leaks.class, "leaks.yaml").texts("leak").stream()
            .map(BoundedPattern::compile)
            .toList());
  }

  public boolean in(String answer) {
    return patterns.stream().anyMatch(p -> p.matcher(answer).find());
  }

  /** Whether an answer has one that an ordinary answer lacks. */
  public boolean in(String answer, String ordinary) {
    return patterns.stream().anyMatch(p -> p.matcher(answer).find() && !p.matcher(ordinary).find());
  }
}
