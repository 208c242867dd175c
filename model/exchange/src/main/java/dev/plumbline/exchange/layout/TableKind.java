package dev.plumbline.exchange.layout;

/** What a table of an exchanged file holds. */
public enum TableKind {
  PRODUCT,
  CONDITIONS,
  FEATURES,
  ICS,
  IXIT;

  /** Whether the dossier has the rows as keys of a mapping. */
  public boolean namedByKey() {
    return this == ICS || this == CONDITIONS || this == FEATURES;
  }
}
