package dev.plumbline.judging.traffic;

/** How a contact stands to the declaration. No verdict: checks give those. */
public enum Listed {
  /** A row of the IXIT names it. */
  DECLARED,
  /** Rows name others, and not this one. */
  UNDECLARED,
  /** Finding addresses and neighbours, which nobody declares. */
  OF_THE_NETWORK,
  /** The IXIT names none at all, or the capture does not show who called. */
  NOT_COMPARED
}
