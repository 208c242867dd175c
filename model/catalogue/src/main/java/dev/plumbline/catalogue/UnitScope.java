package dev.plumbline.catalogue;

/** Over what a test unit is repeated. */
public enum UnitScope {
  /** Once per entry of its table that its selection matches. */
  ENTRY,
  /** Once over the table as a whole. */
  TABLE,
  /** Once for the device. */
  DUT,
  /** Once per pair of an entry and an entry that it refers to. */
  PAIR,
  /** Once over the ICS. */
  ICS
}
