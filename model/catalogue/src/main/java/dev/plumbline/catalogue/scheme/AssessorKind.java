package dev.plumbline.catalogue.scheme;

/** Who says that a product meets a level. */
public enum AssessorKind {
  /** The manufacturer alone. */
  SELF,
  /** The manufacturer declares; an authority or office looks whether it is whole and plausible. */
  CHECKED_DECLARATION,
  /** The manufacturer declares; an accepted laboratory reviews it. */
  LAB_REVIEW,
  /** An accepted laboratory tests. */
  LAB_TEST,
  /** The manufacturer, or a notified body where standards do not cover it or the class asks it. */
  SELF_OR_NOTIFIED_BODY,
  UNKNOWN
}
