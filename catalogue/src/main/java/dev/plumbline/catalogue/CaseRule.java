package dev.plumbline.catalogue;

/** How a case gets its verdict from the items of its units. */
public enum CaseRule {
  /** Every item of every unit has to hold. */
  ALL_OF,
  /** One subject (say, one update mechanism) on which every unit holds is enough; 5.3-2. */
  ANY_SUBJECT
}
