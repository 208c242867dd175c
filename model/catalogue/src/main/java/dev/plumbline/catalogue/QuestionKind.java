package dev.plumbline.catalogue;

/** What a unit's proposition asks. */
public enum QuestionKind {
  /** Finitely many places, all known from the declaration or from what was found. */
  CLOSED,
  /** Whether there is something anywhere; looking never answers it for good. */
  OPEN
}
