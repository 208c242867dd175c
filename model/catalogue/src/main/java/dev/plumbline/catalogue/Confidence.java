package dev.plumbline.catalogue;

/** How sure a fact of the catalogue is; travels into every report that rests on it. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW,
  UNKNOWN
}
