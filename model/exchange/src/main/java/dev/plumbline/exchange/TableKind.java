package dev.plumbline.exchange;

/** What a table of an exchanged file holds. */
enum TableKind {
  PRODUCT,
  CONDITIONS,
  FEATURES,
  ICS,
  IXIT;

  /** Whether the dossier has the rows as keys of a mapping. */
  boolean namedByKey() {
    return this == ICS || this == CONDITIONS || this == FEATURES;
  }
}
