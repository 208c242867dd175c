package dev.plumbline.scheme;

/** What can be said of a product and a level, the worst first. */
public enum Outcome {
  /** Something that the level asks for is known not to be so, or the level cannot be had. */
  NOT_ELIGIBLE,
  /** Something that it asks for is not known to be so. */
  CANNOT_TELL,
  /** Everything that it asks for is shown. */
  ELIGIBLE
}
