package dev.plumbline.core;

/**
 * What an assessment says of a test item, unit, case, group or product.
 *
 * <p>PASS and FAIL are the words of ETSI TS 103 701 clause 5; INCONCLUSIVE is used as in ISO/IEC
 * 9646 for "neither can be given", NOT_APPLICABLE for a provision whose condition or feature is
 * absent.
 */
public enum Verdict {
  PASS,
  FAIL,
  INCONCLUSIVE,
  NOT_APPLICABLE
}
