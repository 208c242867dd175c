package dev.plumbline.judging.fact;

/** A part of a declaration that was read while something was worked out. */
public sealed interface DeclarationRead {
  /** All of the dossier, as nothing tells which part. */
  record Whole() implements DeclarationRead {}

  /** Every row of a table, with their order, or that there is none. */
  record Table(String id) implements DeclarationRead {}

  /** Whether a file is among the evidence. */
  record Evidence(String sha256) implements DeclarationRead {}

  /** What follows from the declaration alone; see {@link Facts#declared}. */
  record Conclusion(Class<?> type) implements DeclarationRead {}
}
