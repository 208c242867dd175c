package dev.plumbline.catalogue.scheme;

/** What holding it means. */
public enum SchemeKind {
  /** A state's label, as a rule by choice. */
  LABEL,
  /** A duty. */
  LAW,
  /** A certificate of a body after an evaluation. */
  CERTIFICATION,
  /** A mark or listing of a company or an association. */
  MARK,
  /** A frame in which schemes are made; nothing to hold yet. */
  FRAMEWORK
}
