package dev.plumbline.importers.shared.matching;

/** Whether a version is affected. */
public enum AffectedStatus {
  AFFECTED,
  NOT_AFFECTED,
  /** The versions cannot be ordered, or the data does not say enough. */
  UNKNOWN
}
