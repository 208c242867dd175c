package dev.plumbline.exchange;

/** What a table of an exchanged file holds. */
enum TableKind {
  PRODUCT,
  CONDITIONS,
  FEATURES,
  ICS,
  IXIT
}
