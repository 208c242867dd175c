package dev.plumbline.core;

/** Who can decide a test item. */
public enum DecidedBy {
  /** Observations of the device, judged by a check. */
  PROBE,
  /** A rule over the declaration alone. */
  RULE,
  /** A person; machines at most gather. */
  ASSESSOR
}
