package dev.plumbline.core;

/** How much a problem in a file weighs. */
public enum Severity {
  /** The file cannot be used as it is, or the declaration contradicts the standard's rules. */
  ERROR,
  /** Usable, but an assessor will ask. */
  WARNING,
  /** A thing to know. */
  HINT
}
