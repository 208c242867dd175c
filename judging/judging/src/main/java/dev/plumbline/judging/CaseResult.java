package dev.plumbline.judging;

import dev.plumbline.catalogue.TestCase;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.plan.Counts;
import java.util.List;

/** Verdict of a test case over its units. */
public record CaseResult(
    TestCase testCase, Verdict verdict, Counts counts, List<UnitResult> units) {
  public CaseResult {
    units = List.copyOf(units);
  }
}
