package dev.plumbline.catalogue;

import java.util.List;

/**
 * A test case of TS 103 701.
 *
 * @param kind {@code conceptual}, {@code functional} or {@code both} as printed
 * @param rule how the verdicts of its items combine
 * @param passWhenFeatureAbsent whether an empty selection passes by the text of the case
 * @param passWhenNotObtainable whether "the device does not reveal it" passes by the text
 * @param pass the pass conditions in our words; all have to hold
 * @param passSource {@code published}, {@code v111-carried}, {@code v111-adapted} or {@code
 *     own-inference}; all but the first are derived
 */
public record TestCase(
    String id,
    String kind,
    String purpose,
    CaseRule rule,
    boolean passWhenFeatureAbsent,
    boolean passWhenNotObtainable,
    List<String> pass,
    String passSource,
    List<TestUnit> units) {
  public TestCase {
    pass = List.copyOf(pass);
    units = List.copyOf(units);
  }

  /** Whether the pass conditions were derived rather than read. */
  public boolean isDerived() {
    return !passSource.equals("published");
  }
}
