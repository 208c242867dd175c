package dev.plumbline.judging;

import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.plan.Counts;
import java.util.List;

/** Verdict of a test unit over its items. */
public record UnitResult(TestUnit unit, Verdict verdict, Counts counts, List<Judged> items) {
  public UnitResult {
    items = List.copyOf(items);
  }

  /** Whether nothing but confirmations of searches keeps it from a PASS. */
  public boolean searched() {
    return verdict == Verdict.INCONCLUSIVE
        && items.stream().anyMatch(i -> i.conclusion() == Conclusion.SEARCHED)
        && items.stream()
            .filter(i -> i.verdict() == Verdict.INCONCLUSIVE)
            .allMatch(i -> i.conclusion() == Conclusion.SEARCHED);
  }
}
