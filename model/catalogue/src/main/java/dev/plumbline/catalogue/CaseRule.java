package dev.plumbline.catalogue;

/** How a case gets its verdict from the items of its units. */
public enum CaseRule {
  /** Every item of every unit has to hold. */
  ALL_OF,
  /** One subject (say, one update mechanism) on which every unit holds is enough; 5.3-2. */
  ANY_SUBJECT,
  /** On each subject one of several sets of units has to hold, see {@link TestCase}; 5.6-4A. */
  ALTERNATIVES,
  /**
   * How the units combine is not known. What all readings agree on counts: a PASS that every unit
   * gives, a FAIL that every unit gives; anything else has no answer; 5.6-3.
   */
  UNKNOWN
}
