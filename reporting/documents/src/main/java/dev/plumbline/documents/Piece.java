package dev.plumbline.documents;

/** A stretch of running text, by where it comes from. */
public sealed interface Piece {
  /** Our own words. */
  record Words(String text) implements Piece {}

  /** What the dossier declares: shown as it is, never as markup. */
  record Declared(String text) implements Piece {}

  /**
   * What the dossier does not say. Shown as a gap.
   *
   * @param what the fact that is missing
   */
  record Gap(String what) implements Piece {}
}
