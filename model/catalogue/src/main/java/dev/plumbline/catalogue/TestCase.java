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
 * @param alternatives for {@link CaseRule#ALTERNATIVES}: the sets of units of which one has to
 *     hold; each set lists units by letter, those joined by a bar exclude each other, and the one
 *     that is about the subject counts
 * @param unknown what is not known of how the units combine, as a sentence; empty when all is
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
    List<TestUnit> units,
    List<List<String>> alternatives,
    String unknown) {
  public TestCase {
    pass = List.copyOf(pass);
    units = List.copyOf(units);
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /** A case without alternatives, of which everything is known. */
  public TestCase(
      String id,
      String kind,
      String purpose,
      CaseRule rule,
      boolean passWhenFeatureAbsent,
      boolean passWhenNotObtainable,
      List<String> pass,
      String passSource,
      List<TestUnit> units) {
    this(
        id,
        kind,
        purpose,
        rule,
        passWhenFeatureAbsent,
        passWhenNotObtainable,
        pass,
        passSource,
        units,
        List.of(),
        "");
  }

  /** Purpose, with what is not known of how the units combine. */
  public String explained() {
    return unknown.isEmpty() ? purpose : purpose + " UNKNOWN: " + unknown;
  }

  /** Whether the pass conditions were derived rather than read. */
  public boolean isDerived() {
    return !passSource.equals("published");
  }
}
