package dev.plumbline.catalogue;

/** The two kinds of TS 103 701: conformity of the design, conformity of the implementation. */
public enum Kind {
  CONCEPTUAL,
  FUNCTIONAL
}
