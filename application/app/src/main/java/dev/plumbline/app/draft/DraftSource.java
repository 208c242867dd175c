package dev.plumbline.app.draft;

/** Something that cells can be drafted from. */
interface DraftSource {
  /** Adds what it can propose, beside what is written and was proposed before. */
  void propose(Known known, DraftTables tables);
}
